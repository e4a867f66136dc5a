using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.ServiceDefaults.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task Live_runs_no_check_and_ready_runs_the_tagged_checks()
    {
        await using var app = await TestApp.StartAsync(services: (services, _) => services.AddHealthChecks()
            .AddCheck("database", () => HealthCheckResult.Unhealthy("postgresql://secret"), [HealthEndpoints.ReadyTag])
            .AddCheck("idle", () => throw new InvalidOperationException("must not run")));

        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        using var ready = await app.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"unhealthy","checks":{"database":"unhealthy"}}""", await ready.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("masstransit-bus")]
    [InlineData(HealthEndpoints.ObjectStoreCheck)]
    public async Task A_failed_optional_check_is_reported_and_keeps_the_process_ready(string check)
    {
        await using var app = await TestApp.StartAsync(services: (services, _) => services.AddHealthChecks()
            .AddCheck(check, () => HealthCheckResult.Unhealthy(), [HealthEndpoints.ReadyTag]));

        using var ready = await app.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains($"\"{check}\":\"unhealthy\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_scraped_from_every_service()
    {
        await using var app = await TestApp.StartAsync();
        using var response = await app.Client.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("target_info", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_has_every_section_and_survives_one_that_fails()
    {
        await using var app = await TestApp.StartAsync(services: (services, _) => services
            .AddSingleton<IStatusReporter>(new Reporter("ingest", () => new JsonObject { ["pending"] = 3 }))
            .AddSingleton<IStatusReporter>(new Reporter("results", () => throw new InvalidOperationException("secret"))));
        var status = await app.Client.GetFromJsonAsync<JsonObject>(new Uri("/internal/status", UriKind.Relative));
        Assert.Equal("""{"ingest":{"pending":3},"results":{"error":"unavailable"}}""", status!.ToJsonString());
    }

    private sealed class Reporter(string section, Func<JsonObject> report) : IStatusReporter
    {
        public string Section => section;

        public Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken) => Task.FromResult(report());
    }
}
