using System.Globalization;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>
/// The whole system in one process after it has read receipts, scraped by a real Prometheus; or the distributed one that
/// <c>OCR_URL</c> names and <c>OCR_METRICS</c> lists, which has to be new: every receipt is counted.
/// </summary>
public sealed class ScrapedSystem : IAsyncLifetime
{
    /// <summary>Uploaded receipts: this many new ones, a repeated one, and one without an image after its header.</summary>
    internal const int Fresh = 4, Repeated = 1, Broken = 1;

    // A screenshot's header without pixels.
    private static readonly byte[] DamagedPng =
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 1, 0xE0, 0, 0, 3, 0x20, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 4, (byte)'I', (byte)'D', (byte)'A', (byte)'T', 1, 2, 3, 4, 0, 0, 0, 0,
        0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82,
    ];

    /// <summary>Finds registered metrics of which a series has one sample only. A rate needs two, also of a series that starts with the last receipt.</summary>
    private static readonly string SampledOnce = string.Join(
        " or ", Metrics.All.Select(metric => $"min(count_over_time({metric.PrometheusName}{(metric.Kind == MetricKind.Histogram ? "_count" : "")}[1m])) < 2"));

    // Seconds. A gauge that needs a query shows its last sample (PeriodicSample), which is at most that old.
    private const int OldestSample = 6;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr-scrape-");
    private readonly string? _url = Environment.GetEnvironmentVariable("OCR_URL");
    private readonly string? _targets = Environment.GetEnvironmentVariable("OCR_METRICS");
    private StandaloneProcess? _process;

    internal PrometheusServer Prometheus { get; private set; } = null!;

    internal Api Api { get; private set; } = null!;

    /// <summary>Whether there are a broker and several services.</summary>
    internal bool IsDistributed => !string.IsNullOrEmpty(_targets);

    public async Task InitializeAsync()
    {
        _process = IsDistributed ? null : await StandaloneProcess.StartAsync(_data.FullName);
        Api = _process?.Api ?? new Api(new Uri(_url!));
        Prometheus = await (IsDistributed ? PrometheusServer.StartAsync(_targets!) : PrometheusServer.StartAsync(Api.Client.BaseAddress!));
        var good = Receipts.Take(Fresh);
        var again = good[0] with { Metadata = Receipts.Of(good[0].FileName, 80).Metadata };
        await UploadAsync([.. good, again, Upload.Of("roto.png", DamagedPng, 81)]);
        var answer = await Api.ProcessAsync();
        Assert.Equal(Fresh + Repeated, answer.Body["processing_summary"]!["files_processed"]!.GetValue<int>());
        await Probe.UntilAsync(AreStoredAsync, stored => stored, TimeSpan.FromSeconds(60));
        var moment = await Prometheus.ValueAsync("vector(time())");
        await Probe.UntilAsync(() => IsScrapedAfterAsync(moment + OldestSample), done => done, TimeSpan.FromSeconds(60));
    }

    public async Task DisposeAsync()
    {
        await (Prometheus?.DisposeAsync() ?? default);
        await (_process?.DisposeAsync() ?? default);
        Api?.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task UploadAsync(Upload[] uploads)
    {
        var answer = await Api.UploadAsync(uploads);
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Body.ToJsonString());
    }

    private async Task<bool> AreStoredAsync() =>
        await Prometheus.QueryAsync($"sum(receipts_stored_total) == {Fresh + Repeated + Broken}") is [_];

    // Each target is scraped at its own moment, so the last sample of each must be newer than the last receipt.
    private async Task<bool> IsScrapedAfterAsync(double moment) =>
        await Prometheus.QueryAsync("sum(receipts_open) + sum(receipts_queue_age_seconds) + sum(receipts_outbox_age_seconds) == 0") is [_]
        && await Prometheus.QueryAsync($"min(timestamp(up)) > {moment.ToString(CultureInfo.InvariantCulture)}") is [_]
        && await Prometheus.QueryAsync(SampledOnce) is []
        && await Prometheus.QueryAsync("count_over_time(receipts_given_up_total[1m]) > 3") is [_]
        && (!IsDistributed || await Prometheus.QueryAsync("count_over_time(rabbitmq_detailed_queue_consumers[1m]) > 1") is [_, ..]);
}
