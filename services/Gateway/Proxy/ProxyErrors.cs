using Ocr.ServiceDefaults.Errors;
using Yarp.ReverseProxy.Forwarder;

namespace Ocr.Gateway.Proxy;

/// <summary>Gives a request that could not be forwarded the documented error: the service behind it is down, or too slow.</summary>
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
            // The status that the service may have sent before it failed is void.
            context.Response.Headers.Clear();
            await context.WriteErrorAsync(
                context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiErrors.Of(StatusCodes.Status413PayloadTooLarge)
                : IsOfTheClient(error.Error) ? ApiErrors.Of(StatusOf(error.Exception))
                : Unavailable);
        }
    }

    // A body that is malformed or ends early, whichever way it was read.
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
