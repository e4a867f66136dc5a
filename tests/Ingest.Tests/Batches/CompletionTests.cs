using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

/// <summary>The event of a batch whose last receipt is final.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_batch_is_completed_once_its_last_receipt_is_final()
    {
        var worker = new ScriptedWorker { Script = command => command.Batch.Position == 1 ? [ScriptedWorker.Read(command, succeeded: false)] : [] };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(2);
        var opened = await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).Any(row => row.State == ReceiptState.Failed));
        await Probe.UntilAsync(async () => worker.Commands.Count == 2 && (await BatchesAsync(app)).Single().Published);
        Assert.Empty(worker.Completed);

        await worker.RespondAsync(app);
        await Probe.UntilAsync(() => !worker.Completed.IsEmpty);

        var row = (await BatchesAsync(app)).Single();
        var completed = worker.Completed.First();
        Assert.Equal(new BatchCompleted
        {
            RequestId = (string)opened["request_id"]!,
            Tenant = Tenants.Default,
            Size = 2,
            Failed = 1,
            OpenedAt = row.OpenedAt,
            CompletedAt = row.OpenedAt.AddSeconds(1.24),
        }, completed);
        await Probe.UntilAsync(async () => (await BatchesAsync(app)).Single().CompletionPublished);
        Assert.Single(worker.Completed);
    }

    [Fact]
    public async Task A_completion_that_was_not_confirmed_is_published_after_a_restart()
    {
        var before = new ScriptedWorker();
        await using (var app = await IngestApp.StartAsync(_folder, before))
        {
            await app.UploadAsync(1);
            await app.ProcessAsync();
            await Probe.UntilAsync(async () => (await BatchesAsync(app)).Single().CompletionPublished);
            // Simulates a process that ended long ago, before the broker confirmed.
            await UpdateAsync(app, database => database.Batches.ExecuteUpdateAsync(batch => batch.SetProperty(row => row.CompletionPublished, false)));
            await UpdateAsync(app, database => database.Receipts.ExecuteUpdateAsync(row => row.SetProperty(item => item.FinalAt, (DateTimeOffset?)null)));
        }

        var after = new ScriptedWorker();
        await using var again = await IngestApp.StartAsync(_folder, after);
        await Probe.UntilAsync(() => after.Completed.Count == 1);
    }

    [Fact]
    public async Task A_start_with_messages_in_memory_publishes_recent_completions_again()
    {
        var before = new ScriptedWorker();
        await using (var app = await IngestApp.StartAsync(_folder, before))
        {
            await app.UploadAsync(1);
            await app.ProcessAsync();
            await Probe.UntilAsync(async () => (await BatchesAsync(app)).Single().CompletionPublished);
            await app.UploadAsync(1);
            await app.ProcessAsync();
            await Probe.UntilAsync(async () => (await BatchesAsync(app)).TrueForAll(batch => batch.CompletionPublished));
            var first = (await BatchesAsync(app))[0].RequestId;
            DateTimeOffset? earlier = (await app.RowsAsync())[0].FinalAt!.Value.AddHours(-1);
            await UpdateAsync(app, database => database.Receipts.Where(row => row.RequestId == first)
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.FinalAt, earlier)));
        }

        var after = new ScriptedWorker();
        await using var again = await IngestApp.StartAsync(_folder, after);
        await Probe.UntilAsync(() => !after.Completed.IsEmpty);
        Assert.Equal((await BatchesAsync(again))[1].RequestId, after.Completed.Single().RequestId);
    }

    [Fact]
    public async Task A_batch_is_completed_before_it_is_removed()
    {
        var worker = new ScriptedWorker { Script = command => [ScriptedWorker.Extracted(command)] };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker, settings: ("SWEEP_SECONDS", "60"));
        await app.UploadAsync(1);
        await app.ProcessAsync();
        await app.CleanAsync(new { force_clean = true, preserve_results = false });

        Assert.Empty(await BatchesAsync(app));
        await Probe.UntilAsync(() => worker.Completed.Count == 1);
    }

    private static async Task<List<BatchRow>> BatchesAsync(IngestApp app)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        return await database.Batches.AsNoTracking().OrderBy(row => row.OpenedAt).ToListAsync();
    }

    private static async Task UpdateAsync(IngestApp app, Func<IngestDbContext, Task> change)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        await change(database);
    }
}
