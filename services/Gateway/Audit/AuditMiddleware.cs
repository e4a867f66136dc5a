using System.Net;
using Ocr.Gateway.Access;
using Ocr.Gateway.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Audit;

/// <summary>Records client, action, time and address of a request after its response.</summary>
internal sealed class AuditMiddleware(RequestDelegate next, AuditTrail trail, TimeProvider time)
{
    private const int LongestTarget = 300;

    /// <summary>Runs around access and endpoint.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            Record(context, exception is ApiException refusal ? refusal.Error.StatusCode : StatusCodes.Status500InternalServerError);
            throw;
        }

        Record(context, context.Response.StatusCode);
    }

    private void Record(HttpContext context, int statusCode)
    {
        if (AuditActions.Of(context.Request, statusCode) is not { } action)
        {
            return;
        }

        var client = context.Features.Get<AuthenticatedClient>();
        var target = $"{context.Request.Method} {context.Request.Path}";
        trail.Record(new AuditRow
        {
            At = time.GetUtcMilliseconds(),
            Action = action,
            Actor = client is { IsAdmin: true } ? "admin" : client?.Key?.Name ?? "anonymous",
            KeyId = client?.Key?.Id,
            Address = Address(context.Connection.RemoteIpAddress),
            Target = target.Length <= LongestTarget ? target : target[..LongestTarget],
            StatusCode = statusCode,
            RequestId = ApiErrorWriter.TraceId(context),
        });
    }

    private static string Address(IPAddress? address) =>
        (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "unknown";
}
