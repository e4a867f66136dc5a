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
    /// <param name="error">The error for the client.</param>
    public static Task WriteErrorAsync(this HttpContext context, ApiError error)
    {
        context.Response.StatusCode = error.StatusCode;
        if (error.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var time = context.RequestServices.GetRequiredService<TimeProvider>();

        // Without a token of ours, the response ignores that the client disconnects while it is written.
        return context.Response.WriteAsJsonAsync(error.ToResponse(time.GetUtcNow(), TraceId(context)));
    }

    /// <summary>The body of an error.</summary>
    /// <param name="error">The error for the client.</param>
    /// <param name="timestamp">Now, UTC.</param>
    /// <param name="requestId">Trace id.</param>
    public static ErrorResponse ToResponse(this ApiError error, DateTimeOffset timestamp, string requestId) => new()
    {
        Message = error.Message,
        Mensaje = error.Mensaje,
        Details = error.Details ?? error.Mensaje,
        Timestamp = timestamp,
        ErrorCode = error.Code,
        RequestId = requestId,
        Help = error.Help,
    };

    /// <summary>The id of a request in logs, traces, audit entries and its error body.</summary>
    /// <param name="context">The request.</param>
    public static string TraceId(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
