using System.Collections.Concurrent;
using Ocr.ReceiptCli.Reports;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>Reads every image of a truth file, or takes its words from an earlier reading, and keeps the words.</summary>
internal sealed class FolderScorer(Pipeline pipeline, FileInfo? earlierWords)
{
    private readonly ConcurrentDictionary<string, ReadPage> _pages = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, ReadPage>? _earlier = earlierWords is null ? null : WordFile.Read(earlierWords.FullName);

    /// <summary>The words of every readable image.</summary>
    public IReadOnlyDictionary<string, ReadPage> Pages => _pages;

    public async Task<FolderScore> ScoreAsync(DirectoryInfo folder, int jobs, CancellationToken cancellation)
    {
        var receipts = new ConcurrentBag<ScoredReceipt>();
        await Progress.ForEach("Scoring", TruthFile.Load(folder.FullName), jobs, async (truth, token) =>
        {
            var reading = await ReadAsync(Path.Combine(folder.FullName, truth.File), token);
            receipts.Add(ScoredReceipt.Of(truth, reading));
            if (reading is not null)
            {
                _pages[truth.File] = reading.Page;
            }
        }, cancellation);
        return new FolderScore(pipeline.Model, [.. receipts.OrderBy(receipt => receipt.Truth.File, StringComparer.Ordinal)]);
    }

    private async Task<Reading?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (_earlier is not null)
        {
            return _earlier.TryGetValue(Path.GetFileName(path), out var page) ? pipeline.Read(page) : null;
        }

        return pipeline.TryRead(await File.ReadAllBytesAsync(path, cancellation), cancellation);
    }
}
