using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Work;

namespace Ocr.Results.Storing;

/// <summary>
/// Stores the one result of a receipt in a batch: the first one stays, and repetitions have no effect. Readings that arrive at about
/// the same time are stored in one transaction; when that fails, each in a separate one (docs/adr/0028).
/// </summary>
internal sealed class ResultStore
{
    private const int Max = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly IDbContextFactory<ResultsDbContext> _contexts;
    private readonly ResultWriter _writer;
    private readonly Gatherer<Incoming, StoredResult?> _storing;
    private readonly Gatherer<(long Id, bool AsDuplicate), bool> _published;

    public ResultStore(IDbContextFactory<ResultsDbContext> contexts, ResultWriter writer)
    {
        (_contexts, _writer) = (contexts, writer);
        _storing = new Gatherer<Incoming, StoredResult?>(_writer.WriteAsync, Max, Pause);
        _published = new Gatherer<(long Id, bool AsDuplicate), bool>(MarkAsync, Max, Pause);
    }

    /// <summary>
    /// Stores the reading unless the receipt has its result, and returns the stored one; <see langword="null"/> when its batch was removed.
    /// </summary>
    public Task<StoredResult?> StoreAsync(CompletedReceipt completed, CancellationToken cancellationToken) =>
        _storing.AddAsync(new Incoming(completed, Spans.Context), cancellationToken);

    /// <summary>Marks the event of a result as confirmed, unless the result was marked as a duplicate after the event was created.</summary>
    public Task MarkPublishedAsync(long id, ReceiptProcessed published, CancellationToken cancellationToken) =>
        _published.AddAsync((id, published.Summary?.DuplicateOf is not null), cancellationToken);

    /// <summary>The individual JSON of a receipt in a batch; <see langword="null"/> without one.</summary>
    public async Task<string?> FindDocumentAsync(string requestId, Guid receiptId, CancellationToken cancellationToken)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        return await database.Results.Where(row => row.RequestId == requestId && row.ReceiptId == receiptId)
            .Select(row => row.Document).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<bool>> MarkAsync(IReadOnlyList<(long Id, bool AsDuplicate)> published)
    {
        long[] all = [.. published.Select(item => item.Id)];
        long[] duplicates = [.. published.Where(item => item.AsDuplicate).Select(item => item.Id)];
        await using var database = await _contexts.CreateDbContextAsync();
        await database.Results
            .Where(row => all.Contains(row.Id) && !row.Published
                && (duplicates.Contains(row.Id) || (row.Duplicate != DuplicateKind.SameImage && row.Duplicate != DuplicateKind.SameReference)))
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.Published, true));
        return [.. published.Select(_ => true)];
    }
}
