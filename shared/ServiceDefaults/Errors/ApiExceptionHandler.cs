using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Converts an exception of a request to an error response. Only the content of an <see cref="ApiException"/> is sent; an unavailable server is 503, a full disk 507, anything else 500.</summary>
internal sealed class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected; access logs show this as 499.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var error = exception switch
        {
            ApiException known => known.Error,
            BadHttpRequestException bad => ApiErrors.Of(bad.StatusCode),
            _ => null,
        };
        if (error is null)
        {
            Log.RequestFailed(logger, httpContext.Request.Method, httpContext.Request.Path, exception);
            error = ApiErrors.Of(
                Outage.Of(exception) == StorageError.Full ? StatusCodes.Status507InsufficientStorage
                : MessageRetryPolicy.IsOutage(exception) ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError);
        }

        await httpContext.WriteErrorAsync(error);
        return true;
    }
}
