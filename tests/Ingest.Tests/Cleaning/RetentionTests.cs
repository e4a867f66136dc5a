using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Cleaning;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Cleaning;

public sealed class RetentionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Old_files_go_by_themselves_and_results_stay()
    {
        await using var app = await IngestApp.StartWithResultsAsync(
            _folder, time: _time, settings: [("SWEEP_SECONDS", "60"), ("RETENTION_PENDING_HOURS", "24")]);
        await app.UploadAsync(1);
        await app.ProcessAsync();
        await app.UploadAsync(1);
        await PassAsync(hours: 23);
        Assert.Equal(2, (await app.RowsAsync()).Count);
        await PassAsync(hours: 3);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).Count == 1);
        Assert.Equal(ReceiptState.Processed, (await app.RowsAsync()).Single().State);
        Assert.Equal(1, (int)(await app.GetAsync("/api/files/processed"))["files_processed"]!);
    }

    [Fact]
    public async Task Results_are_removed_when_the_setting_requires_it()
    {
        await using var app = await IngestApp.StartWithResultsAsync(
            _folder, time: _time, settings: [("SWEEP_SECONDS", "60"), ("RETENTION_HOURS", "0"), ("RETENTION_RESULTS_HOURS", "48")]);
        await app.UploadAsync(1);
        await app.ProcessAsync();
        await app.UploadAsync(1);
        await PassAsync(hours: 51);
        await Probe.UntilAsync(async () => (int)(await app.GetAsync("/api/files/processed"))["files_processed"]! == 0);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).Count == 1);
        Assert.Equal(ReceiptState.Pending, (await app.RowsAsync()).Single().State);
    }

    [Fact]
    public async Task A_disabled_cleaning_does_not_run()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: _time, settings: [("SWEEP_SECONDS", "60"), ("RETENTION_HOURS", "0")]);
        await app.UploadAsync(1);
        await PassAsync(hours: 30);
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        Assert.DoesNotContain("retention", await database.ScheduledJobs.Select(job => job.Name).ToListAsync());
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task Each_turn_is_taken_by_one_replica()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: _time, settings: [("SWEEP_SECONDS", "60"), ("RETENTION_HOURS", "0")]);
        var replicas = Enumerable.Range(0, 6)
            .Select(_ => new ScheduledJobLock(app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>(), app.Services.GetRequiredService<ServiceClock>())).ToArray();
        for (var turn = 0; turn < 4; turn++)
        {
            var taken = await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.TakeTurnAsync("x", TimeSpan.FromHours(1), CancellationToken.None))));
            Assert.Equal(turn == 0 ? 0 : 1, taken.Count(mine => mine));
            _time.Advance(TimeSpan.FromMinutes(60));
        }
    }

    // Advances minute by minute, with time for the loop to react.
    private async Task PassAsync(int hours)
    {
        for (var step = 0; step < hours * 2; step++)
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            await Task.Delay(10);
        }
    }
}
