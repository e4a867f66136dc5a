using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Writes an error as the response of a request.</summary>
public static class ApiErrorWriter
{
    /// <summary>Sets the status and writes the error body.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="fault">The error for the client.</param>
    public static Task WriteErrorAsync(this HttpContext context, ApiFault fault)
    {
        context.Response.StatusCode = fault.StatusCode;
        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var time = context.RequestServices.GetRequiredService<TimeProvider>();

        // Without a token of ours, the response ignores that the client disconnects while it is written.
        return context.Response.WriteAsJsonAsync(fault.ToError(time.GetUtcNow(), TraceId(context)));
    }

    /// <summary>The body of an error.</summary>
    /// <param name="fault">The error for the client.</param>
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

    /// <summary>The id of a request in logs, traces, audit entries and its error body.</summary>
    /// <param name="context">The request.</param>
    public static string TraceId(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
