using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Writes a fault as the answer of a request.</summary>
public static class ApiErrorWriter
{
    /// <summary>Sets the status and writes the error body.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="fault">What the client is told.</param>
    public static Task WriteErrorAsync(this HttpContext context, ApiFault fault)
    {
        context.Response.StatusCode = fault.StatusCode;
        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        return context.Response.WriteAsJsonAsync(fault.ToError(time.GetUtcNow(), TraceId(context)), context.RequestAborted);
    }

    /// <summary>The body of a fault.</summary>
    /// <param name="fault">What the client is told.</param>
    /// <param name="timestamp">Now, UTC.</param>
    /// <param name="requestId">Trace id.</param>
    public static ApiError ToError(this ApiFault fault, DateTimeOffset timestamp, string requestId) => new()
    {
        Message = fault.Message,
        Mensaje = fault.Mensaje,
        Details = fault.Details ?? fault.Mensaje,
        Timestamp = timestamp,
        ErrorCode = fault.Code,
        RequestId = requestId,
        Help = fault.Help,
    };

    /// <summary>The id under which a request is logged, traced and audited, and which its error body tells.</summary>
    /// <param name="context">The request.</param>
    public static string TraceId(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
