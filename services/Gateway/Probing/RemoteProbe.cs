using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Listening;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Probing;

/// <summary>Probes the services in other processes, concurrently and with a short timeout each.</summary>
internal sealed class RemoteProbe(HttpClient client, IOptions<GatewayOptions> options, IOptions<ListeningOptions> listening) : ISystemProbe
{
    /// <summary>Time in which a service has to respond.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public Task<SystemReport> ProbeAsync(TenantScope scope, CancellationToken cancellationToken) => ProbeAllAsync(scope, cancellationToken);

    /// <inheritdoc/>
    public Task<SystemReport> CheckAsync(CancellationToken cancellationToken) => ProbeAllAsync(null, cancellationToken);

    private async Task<SystemReport> ProbeAllAsync(TenantScope? scope, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var reports = await Task.WhenAll(
            ProbeServiceAsync("ingest", settings.IngestUrl, scope, cancellationToken),
            ProbeServiceAsync("results", settings.ResultsUrl, scope, cancellationToken),
            ProbeServiceAsync("extractor", settings.ExtractorUrl, scope, cancellationToken));
        return SystemReport.Merge(reports);
    }

    private static HealthStatus Status(JsonNode? name) => name?.ToString() switch
    {
        "healthy" => HealthStatus.Healthy,
        "degraded" => HealthStatus.Degraded,
        _ => HealthStatus.Unhealthy,
    };

    private async Task<SystemReport> ProbeServiceAsync(string service, Uri address, TenantScope? scope, CancellationToken cancellationToken)
    {
        if (listening.Value.ManagementPort is { } port)
        {
            address = new UriBuilder(address) { Port = port }.Uri;
        }

        var status = scope is { } statusScope ? GetAsync(new Uri(address, "internal/status"), statusScope, cancellationToken) : Task.FromResult<JsonObject?>(null);
        var ready = GetAsync(new Uri(address, "health/ready"), TenantScope.All, cancellationToken);
        var sections = await status;
        var readiness = await ready;
        var checks = (readiness?["checks"] as JsonObject ?? [])
            .ToDictionary(check => check.Key, check => Status(check.Value), StringComparer.Ordinal);
        checks[service] = readiness is null ? HealthStatus.Unhealthy : Status(readiness["status"]);
        return new SystemReport(
            (sections ?? []).Where(section => section.Value is JsonObject)
                .ToDictionary(section => section.Key, section => (JsonObject)section.Value!, StringComparer.Ordinal),
            checks);
    }

    private async Task<JsonObject?> GetAsync(Uri address, TenantScope scope, CancellationToken cancellationToken)
    {
        try
        {
            // A service that is not ready returns 503 with its checks.
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add(TenantScope.Header, scope.HeaderValue);
            using var response = await client.SendAsync(request, cancellationToken);
            return await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken) as JsonObject;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
