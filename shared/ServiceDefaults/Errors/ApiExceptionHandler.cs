using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Turns an exception of a request into the error form. Only the content of an <see cref="ApiException"/> is told; a server that is away is 503, a full disk 507, anything else 500.</summary>
internal sealed class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer; 499 is what access logs call it.
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
