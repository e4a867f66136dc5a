using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults.Listening;

namespace Ocr.ServiceDefaults.Health;

/// <summary>
/// <c>/health/live</c> runs the checks tagged <see cref="LiveTag"/>, which depend on the process only: an unavailable broker must not restart a pod.
/// <c>/health/ready</c> runs the checks tagged <see cref="ReadyTag"/>.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Tag of a check that decides whether this process can take work.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Tag of a check that decides whether this process must be restarted.</summary>
    public const string LiveTag = "live";

    /// <summary>Name of the check of the object store.</summary>
    public const string ObjectStoreCheck = "object_store";

    /// <summary>Name of the check of the space on the disk.</summary>
    public const string DiskSpaceCheck = "disk_space";

    // MassTransit's name of its check.
    private const string BusCheck = "masstransit-bus";

    internal static void MapHealthEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = static check => check.Tags.Contains(LiveTag), ResponseWriter = WriteAsync }).OnEveryPort();
        app.MapGet("/health/ready", static async (HttpContext context, Readiness readiness) =>
        {
            var report = await readiness.CheckAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await WriteAsync(context, report);
        }).ForManagement().ExcludeFromDescription();
    }

    // Names and states only: the description or exception of a check can contain addresses.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        // An unavailable broker or store is reported, but does not make the process unready: uploads wait as rows, or are refused with an error when
        // they cannot be stored, and results can still be read.
        if (report.Entries.All(static check => check.Value.Status != HealthStatus.Unhealthy || check.Key is BusCheck or ObjectStoreCheck or DiskSpaceCheck))
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
        }

        return context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["status"] = Name(report.Status),
            ["checks"] = new JsonObject(report.Entries.Select(entry =>
                KeyValuePair.Create<string, JsonNode?>(entry.Key, Name(entry.Value.Status)))),
        });
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
