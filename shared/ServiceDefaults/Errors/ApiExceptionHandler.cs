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

        var fault = exception switch
        {
            ApiException known => known.Fault,
            BadHttpRequestException bad => ApiFaults.Of(bad.StatusCode),
            _ => null,
        };
        if (fault is null)
        {
            Log.RequestFailed(logger, httpContext.Request.Method, httpContext.Request.Path, exception);
            fault = ApiFaults.Of(
                Outage.Of(exception) == StorageError.Full ? StatusCodes.Status507InsufficientStorage
                : FaultPolicy.IsOutage(exception) ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError);
        }

        await httpContext.WriteErrorAsync(fault);
        return true;
    }
}
