using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Concurrency;

/// <summary>Concurrent uploads, batches and cleanings: an accepted receipt is in exactly one batch, or was removed; every remaining receipt has its image.</summary>
public sealed class StormTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<string> _accepted = new();
    private readonly ConcurrentQueue<JsonObject> _batches = new();
    private int _removed;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Concurrent_uploads_batches_and_cleanings_lose_and_duplicate_nothing()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        // Few images for many receipts, so that uploads and removals conflict on the same objects.
        var images = Enumerable.Range(0, 4).Select(_ => TestImages.Unique()).ToArray();
        using var end = new CancellationTokenSource();
        var others = Task.WhenAll(BatchesAsync(app, end.Token), BatchesAsync(app, end.Token), CleaningsAsync(app, end.Token));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(uploader => UploadsAsync(app, images, uploader)));
        await end.CancelAsync();
        await others;
        _batches.Enqueue(await app.ProcessAsync());

        var batched = _batches.SelectMany(batch => batch["results"]!.AsArray()).Select(item => (string)item!["filename"]!).ToArray();
        // A name can be reused after its receipt was cleaned, but never while the receipt exists.
        Assert.Equal(_accepted.Count, batched.Length + _removed);
        Assert.Empty(batched.Except(_accepted));
        Assert.All(_batches.SelectMany(batch => batch["results"]!.AsArray()), item => Assert.Equal("success", (string?)item!["processing_status"]));
        Assert.Equal(batched.Length, app.Worker.Commands.Select(command => command.Receipt.ReceiptId).Distinct().Count());
        Assert.Equal(batched.Length, (await app.GetAsync("/api/files/processed"))["files_processed"]!.GetValue<int>());
        var rows = await app.RowsAsync();
        Assert.Equal(batched.Length, rows.Count);
        Assert.All(rows, row => Assert.Equal(ReceiptState.Processed, row.State));
        Assert.All(rows, row => Assert.True(File.Exists(Path.Combine(_folder.Name, "images", row.ObjectKey))));
    }

    [Fact]
    public async Task Names_that_collide_are_numbered_without_a_gap()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = (await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => app.UploadAsync(3)))).SelectMany(name => name).ToHashSet();
        Assert.Equal(
            Enumerable.Range(1, 48).Select(number => $"20250711-A--123456789@lid_Juan_14-30{(number == 1 ? "" : "_" + number)}.png").Order(),
            names.Order());
    }

    private async Task UploadsAsync(IngestApp app, byte[][] images, int uploader)
    {
        for (var round = 0; round < 15; round++)
        {
            foreach (var name in await app.UploadAsync(2, index => images[(uploader + round + index) % images.Length]))
            {
                _accepted.Enqueue(name);
            }
        }
    }

    private async Task BatchesAsync(IngestApp app, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _batches.Enqueue(await app.ProcessAsync(new { max_images = 5 }, cancellationToken: CancellationToken.None));
        }
    }

    private async Task CleaningsAsync(IngestApp app, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            // No upload fails and no cleaning is interrupted here, so there are no orphans: every file was a receipt.
            var answer = await app.CleanAsync(new { force_clean = true });
            Interlocked.Add(ref _removed, (int)answer["cleanup_summary"]!["files_removed"]!);
        }
    }
}
