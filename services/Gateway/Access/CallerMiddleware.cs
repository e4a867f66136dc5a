using Ocr.Gateway.Routes;

namespace Ocr.Gateway.Access;

/// <summary>Tells what follows who makes the request, as a feature of it.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerReader reader, KeyUsage usage)
{
    /// <summary>Runs before limits and access.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (RouteRules.Of(context).Need is not (Need.Nothing or Need.AdminKey))
        {
            var caller = await reader.ReadAsync(Credentials.Of(context.Request), context.RequestAborted);
            context.Features.Set(caller);
            if (caller.Key is { } key)
            {
                usage.Count(key.Id);
            }
        }

        await next(context);
    }
}
