namespace Ocr.Gateway.Statistics;

/// <summary>Counts the requests to the API.</summary>
internal sealed class RequestRateMiddleware(RequestDelegate next, RequestRate rate)
{
    /// <summary>Runs first, so that refused requests are counted.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            rate.Count();
        }

        return next(context);
    }
}
