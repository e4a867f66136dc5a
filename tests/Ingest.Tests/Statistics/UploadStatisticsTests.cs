using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Statistics;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Statistics;

public sealed class UploadStatisticsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 7, 11, 14, 0, 30, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Uploads_and_batches_are_counted_as_they_ended()
    {
        var worker = new ScriptedWorker { Script = command => [ScriptedWorker.Read(command, succeeded: command.Batch.Position != 1)] };
        await using var app = await IngestApp.StartAsync(_folder, worker, _time, ("SWEEP_SECONDS", "60"));
        Assert.Equal(1.0, (double)(await ReportAsync(app))["batch_success_rate"]!);
        await app.UploadAsync(2, index => TestImages.Png(9, 9, new byte[(index + 1) * 1024 * 1024]));
        await app.ProcessAsync();
        await app.UploadAsync(1);
        await app.ProcessAsync();
        using var none = Forms.Valid(0);
        await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), none);
        using var empty = Forms.Valid(3, _ => []);
        await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), empty);

        var report = await ReportAsync(app);

        Assert.Equal((3L, 4L, 4L), ((long)report["successful_uploads"]!, (long)report["failed_uploads"]!, (long)report["errors_last_hour"]!));
        Assert.Equal(1.0, (double)report["average_file_size_mb"]!);
        // In the first batch one of two receipts was read; in the second none of one.
        Assert.Equal(0.5, (double)report["batch_success_rate"]!);
        Assert.Equal("""[{"error_code":"VALIDATION_FAILED_400","count":4}]""", report["common_errors"]!.ToJsonString());

        _time.Advance(TimeSpan.FromMinutes(61));
        report = await ReportAsync(app);
        Assert.Equal((0L, 4L), ((long)report["errors_last_hour"]!, (long)report["failed_uploads"]!));
    }

    [Fact]
    public async Task Figures_of_all_replicas_and_of_earlier_processes_add_up()
    {
        await using (var app = await IngestApp.StartAsync(_folder, time: _time))
        {
            await app.UploadAsync(2);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Services.GetRequiredService<UploadCounters>().FlushAsync(CancellationToken.None)));
            await ReportAsync(app);
        }

        await using var next = await IngestApp.StartAsync(_folder, time: _time);
        await next.UploadAsync(3);
        Assert.Equal(5L, (long)(await ReportAsync(next))["successful_uploads"]!);
    }

    private static Task<JsonObject> ReportAsync(IngestApp app) =>
        app.Services.GetServices<IStatusReporter>().Single(reporter => reporter.Section == "ingest").ReportAsync(TenantScope.All, CancellationToken.None);
}
