using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Listening;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.ServiceDefaults.Status;

/// <summary><c>/internal/status</c>: every section of this process, by name. Not routed by the gateway.</summary>
public static class StatusEndpoint
{
    /// <summary>Runs all reporters concurrently. A reporter that fails returns <c>{"error": "unavailable"}</c>; the others are not affected.</summary>
    /// <param name="reporters">The reporters of this process.</param>
    /// <param name="scope">Scope of the counted data.</param>
    /// <param name="logger">Where a failure is logged.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    public static async Task<JsonObject> CollectAsync(
        IEnumerable<IStatusReporter> reporters, TenantScope scope, ILogger logger, CancellationToken cancellationToken)
    {
        var sections = await Task.WhenAll(reporters.Select(reporter => ReportAsync(reporter, scope, logger, cancellationToken)));
        return new JsonObject(sections.Select(section => KeyValuePair.Create<string, JsonNode?>(section.Name, section.Body)));
    }

    internal static void MapStatusEndpoint(this IEndpointRouteBuilder app) =>
        app.MapGet("/internal/status", async (IEnumerable<IStatusReporter> reporters, TenantScope scope, ILoggerFactory loggers, CancellationToken token) =>
            TypedResults.Ok(await CollectAsync(reporters, scope, loggers.CreateLogger(typeof(StatusEndpoint).FullName!), token)))
            .ForManagement().ExcludeFromDescription();

    private static async Task<(string Name, JsonObject Body)> ReportAsync(
        IStatusReporter reporter, TenantScope scope, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return (reporter.Section, await reporter.ReportAsync(scope, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.StatusSectionFailed(logger, reporter.Section, exception);
            return (reporter.Section, new JsonObject { ["error"] = "unavailable" });
        }
    }
}
