using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Probing;

/// <summary>Asks the services that run in processes of their own, all at once and each for a short time.</summary>
internal sealed class RemoteProbe(HttpClient client, IOptions<GatewayOptions> options) : ISystemProbe
{
    /// <summary>How long a service may think about its state.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<SystemReport> ProbeAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var reports = await Task.WhenAll(
            AskAsync("ingest", settings.IngestUrl, cancellationToken),
            AskAsync("results", settings.ResultsUrl, cancellationToken),
            AskAsync("extractor", settings.ExtractorUrl, cancellationToken));
        return SystemReport.Merge(reports);
    }

    private static HealthStatus Status(JsonNode? name) => name?.ToString() switch
    {
        "healthy" => HealthStatus.Healthy,
        "degraded" => HealthStatus.Degraded,
        _ => HealthStatus.Unhealthy,
    };

    private async Task<SystemReport> AskAsync(string service, Uri address, CancellationToken cancellationToken)
    {
        var status = GetAsync(new Uri(address, "internal/status"), cancellationToken);
        var ready = GetAsync(new Uri(address, "health/ready"), cancellationToken);
        var sections = await status;
        var answer = await ready;
        var checks = (answer?["checks"] as JsonObject ?? [])
            .ToDictionary(check => check.Key, check => Status(check.Value), StringComparer.Ordinal);
        checks[service] = answer is null ? HealthStatus.Unhealthy : Status(answer["status"]);
        return new SystemReport(
            (sections ?? []).Where(section => section.Value is JsonObject)
                .ToDictionary(section => section.Key, section => (JsonObject)section.Value!, StringComparer.Ordinal),
            checks);
    }

    private async Task<JsonObject?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            // Not ready is 503 with a body that says why.
            using var response = await client.GetAsync(address, cancellationToken);
            return await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken) as JsonObject;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
