using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Extractor.Tests.Live;

/// <summary>The service with the rules of a folder, on the in-memory transport.</summary>
internal sealed class RunningExtractor : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningExtractor(IHost host) => _host = host;

    public ITestHarness Harness => _host.Services.GetRequiredService<ITestHarness>();

    public LiveRules Rules => _host.Services.GetRequiredService<LiveRules>();

    public static async Task<RunningExtractor> StartAsync(RuleFolder folder, double? seconds = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["RULES_FILE"] = folder.Rules;
        builder.Configuration["BANKS_FILE"] = folder.Banks;
        builder.Configuration["RULES_RELOAD_SECONDS"] = seconds?.ToString(CultureInfo.InvariantCulture);
        builder.AddExtractor();
        builder.Services.AddMassTransitTestHarness(bus => new HandlerRegistry(bus).AddExtractorConsumers());
        var host = builder.Build();
        await host.StartAsync();
        return new RunningExtractor(host);
    }

    public Task<JsonObject> StatusAsync() => _host.Services.GetServices<IStatusReporter>().Single().ReportAsync(TenantScope.All, default);

    /// <summary>Waits for a condition, at most ten seconds.</summary>
    /// <returns>The elapsed time.</returns>
    public static async Task<TimeSpan> UntilAsync(Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "it did not happen");
            await Task.Delay(10);
        }

        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
