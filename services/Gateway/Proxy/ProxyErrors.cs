using Ocr.ServiceDefaults.Errors;
using Yarp.ReverseProxy.Forwarder;

namespace Ocr.Gateway.Proxy;

/// <summary>Returns the documented error for a request that could not be forwarded because the service is unavailable or too slow.</summary>
internal static class ProxyErrors
{
    private static readonly ApiError Unavailable = ApiErrors.Of(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Runs after the forwarder.</summary>
    public static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Features.Get<IForwarderErrorFeature>() is { Error: not ForwarderError.None } error
            && !context.Response.HasStarted
            && !context.RequestAborted.IsCancellationRequested)
        {
            // Headers that the service sent before it failed do not apply.
            context.Response.Headers.Clear();
            await context.WriteErrorAsync(
                context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiErrors.Of(StatusCodes.Status413PayloadTooLarge)
                : IsOfTheClient(error.Error) ? ApiErrors.Of(StatusOf(error.Exception))
                : Unavailable);
        }
    }

    // The body is malformed or ended early.
    private static bool IsOfTheClient(ForwarderError error) => error is ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled;

    private static int StatusOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is BadHttpRequestException bad)
            {
                return bad.StatusCode;
            }
        }

        return StatusCodes.Status400BadRequest;
    }
}
