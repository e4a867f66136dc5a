using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Data;
using Ocr.Ingest.Dispatch;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

/// <summary>A database that becomes unavailable while a client waits and while receipts are being sent.</summary>
public sealed class OutageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_wait_outlives_a_database_that_restarts()
    {
        var worker = new ScriptedWorker { Script = command => [ScriptedWorker.Read(command)] };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(2);
        await app.ProcessAsync();
        var (contexts, waiter, batch) = await WaiterAsync(app);
        contexts.Away = true;

        var waiting = waiter.WaitAsync(batch, TimeSpan.FromSeconds(50), CancellationToken.None);
        await Probe.UntilAsync(() => contexts.Refused > 1);
        Assert.False(waiting.IsCompleted);
        contexts.Away = false;

        Assert.True((await waiting).IsFinished);
        Assert.Equal(2, (await waiting).Final.Count);
    }

    [Fact]
    public async Task The_client_receives_its_batch_id_while_the_database_is_unavailable()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(2);
        await app.ProcessAsync(respondAsync: true);
        var (contexts, waiter, batch) = await WaiterAsync(app);
        contexts.Away = true;

        var answer = BatchResponses.Of(await waiter.WaitAsync(batch, TimeSpan.FromSeconds(1), CancellationToken.None), batch.OpenedAt);

        Assert.Equal(("processing", batch.RequestId, 2), (answer.Status, answer.RequestId, answer.Summary.FilesFound));
    }

    [Fact]
    public async Task Receipts_that_were_leased_and_not_sent_are_due_again_immediately()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await IngestApp.StartAsync(_folder, time: time, settings: ("SWEEP_SECONDS", "60"));
        await app.UploadAsync(1);
        await OpenUnnoticedAsync(app, time.GetUtcNow());
        var contexts = Flickering(app);
        var dispatcher = ActivatorUtilities.CreateInstance<Dispatcher>(app.Services, contexts);
        contexts.Away = true;

        await Assert.ThrowsAsync<IOException>(() => dispatcher.SendDueAsync(CancellationToken.None));

        var row = Assert.Single(await app.RowsAsync());
        Assert.Equal(0, row.Attempt);
        Assert.InRange(row.LeaseUntil!.Value - time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static FlickeringContexts Flickering(IngestApp app) =>
        new(app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>());

    private static async Task<(FlickeringContexts Contexts, BatchWaiter Waiter, BatchRow Batch)> WaiterAsync(IngestApp app)
    {
        var contexts = Flickering(app);
        await using var database = contexts.CreateDbContext();
        return (contexts, ActivatorUtilities.CreateInstance<BatchWaiter>(app.Services, contexts), await database.Batches.AsNoTracking().SingleAsync());
    }

    // Same as process_batch, but without a trigger.
    private static async Task OpenUnnoticedAsync(IngestApp app, DateTimeOffset now)
    {
        const string Id = "BATCH_20250711_143052_abc";
        await using var database = Flickering(app).CreateDbContext();
        database.Batches.Add(new BatchRow { RequestId = Id, Size = 1, Profile = "ultra_rapido", IncludeCoordinates = false, OpenedAt = now, Published = true });
        await database.SaveChangesAsync();
        await database.Receipts.ExecuteUpdateAsync(row => row
            .SetProperty(item => item.State, ReceiptState.Processing).SetProperty(item => item.RequestId, Id)
            .SetProperty(item => item.Position, 1).SetProperty(item => item.LeaseUntil, now.AddSeconds(-1)));
    }

    private sealed class FlickeringContexts(IDbContextFactory<IngestDbContext> real) : IDbContextFactory<IngestDbContext>
    {
        private int _refused;

        public bool Away { get; set; }

        public int Refused => Volatile.Read(ref _refused);

        public IngestDbContext CreateDbContext()
        {
            if (!Away)
            {
                return real.CreateDbContext();
            }

            Interlocked.Increment(ref _refused);
            throw new IOException("The database is away.");
        }
    }
}
