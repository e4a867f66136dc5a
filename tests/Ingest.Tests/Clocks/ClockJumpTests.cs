using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Clocks;

/// <summary>A system time that jumps while the system runs, and one that differs when the system starts again.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly JumpingTime _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_jump_of_three_days_deletes_no_recent_data()
    {
        await using var app = await StartAsync(("RETENTION_PENDING_HOURS", "24"), ("RETENTION_RESULTS_HOURS", "24"));
        await app.UploadAsync(1);
        await app.ProcessAsync();
        await app.UploadAsync(2);
        _time.Jump(TimeSpan.FromDays(3));
        await PassAsync(hours: 2);
        await app.CleanAsync();

        Assert.Equal(3, (await app.RowsAsync()).Count);
        Assert.Equal(3, _folder.Images.Count);

        await PassAsync(hours: 24);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).Count == 0);
    }

    [Fact]
    public async Task Unprocessed_receipts_are_kept_over_a_weekend()
    {
        await using var app = await StartAsync();
        await app.UploadAsync(2);
        await PassAsync(hours: 72);
        Assert.Equal(2, (await app.RowsAsync()).Count(row => row.State == ReceiptState.Pending));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_clock_jump_delays_no_batch_and_keeps_the_order_of_batches(int days)
    {
        await using var app = await StartAsync();
        await app.UploadAsync(1);
        var first = (string)(await app.ProcessAsync())["request_id"]!;
        _time.Jump(TimeSpan.FromDays(days));
        await app.UploadAsync(1);
        var second = (string)(await app.ProcessAsync())["request_id"]!;

        await Probe.UntilAsync(async () => await LastAsync(app) == second);
        Assert.NotEqual(first, second);
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        Assert.Equal([first, second], await database.Batches.OrderBy(batch => batch.OpenedAt).Select(batch => batch.RequestId).ToArrayAsync());
    }

    [Fact]
    public async Task The_service_clock_continues_independently_of_the_system_time()
    {
        DateTimeOffset before;
        await using (var app = await StartAsync())
        {
            before = await app.Services.GetRequiredService<ServiceClock>().NowAsync(CancellationToken.None);
        }

        _time.Jump(TimeSpan.FromDays(-30));
        await using var restarted = await StartAsync();
        var after = await restarted.Services.GetRequiredService<ServiceClock>().NowAsync(CancellationToken.None);
        Assert.InRange(after - before, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Images_beside_a_database_that_was_emptied_are_never_deleted()
    {
        await using (var app = await StartAsync())
        {
            await app.UploadAsync(3);
            await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
            await database.Receipts.ExecuteDeleteAsync();
            await database.Clocks.ExecuteDeleteAsync();
            // A normal stop would store its clock.
            await app.KillAsync();
        }

        _time.Advance(TimeSpan.FromHours(1));
        await using var restarted = await StartAsync();
        await PassAsync(hours: 30);
        await restarted.CleanAsync(new { force_clean = true, preserve_results = false });

        Assert.Equal(3, _folder.Images.Count);
    }

    private static async Task<string> LastAsync(IngestApp app) =>
        (string)(await app.GetAsync("/api/extract_results"))["extraccion_completa"]!["request_id"]!;

    private Task<IngestApp> StartAsync(params (string, string)[] settings) =>
        IngestApp.StartWithResultsAsync(_folder, time: _time, settings: [("SWEEP_SECONDS", "60"), .. settings]);

    private async Task PassAsync(int hours)
    {
        for (var step = 0; step < hours * 2; step++)
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            await Task.Delay(10);
        }
    }

    /// <summary>A clock whose system time can be set without an effect on elapsed time.</summary>
    private sealed class JumpingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private long _jumped;

        public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _jumped));

        // The base class derives it from the system time.
        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
