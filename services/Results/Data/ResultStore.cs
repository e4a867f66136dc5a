using Microsoft.EntityFrameworkCore;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.ServiceDefaults.Work;

namespace Ocr.Results.Data;

/// <summary>
/// Stores the one result of a receipt in a batch: whatever comes first stays, whatever comes again changes nothing. Readings that come at about
/// the same time are stored in one transaction; where that fails, each in one of its own (docs/adr/0028).
/// </summary>
internal sealed class ResultStore
{
    private const int Most = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly IDbContextFactory<ResultsDbContext> _contexts;
    private readonly ResultWriter _writer;
    private readonly Gatherer<Incoming, StoredResult?> _storing;
    private readonly Gatherer<long, bool> _announced;

    public ResultStore(IDbContextFactory<ResultsDbContext> contexts, ResultWriter writer)
    {
        (_contexts, _writer) = (contexts, writer);
        _storing = new Gatherer<Incoming, StoredResult?>(_writer.WriteAsync, Most, Pause);
        _announced = new Gatherer<long, bool>(MarkAsync, Most, Pause);
    }

    /// <summary>
    /// Stores the reading unless the receipt has its result, and returns the stored one; <see langword="null"/> when its batch was cleaned away.
    /// </summary>
    public Task<StoredResult?> StoreAsync(Reading reading, CancellationToken cancellationToken) =>
        _storing.AddAsync(new Incoming(reading, Spans.Context), cancellationToken);

    /// <summary>Notes that the event of a result was confirmed.</summary>
    public Task MarkAnnouncedAsync(long id, CancellationToken cancellationToken) => _announced.AddAsync(id, cancellationToken);

    private async Task<IReadOnlyList<bool>> MarkAsync(IReadOnlyList<long> ids)
    {
        await using var database = await _contexts.CreateDbContextAsync();
        await database.Results.Where(row => ids.Contains(row.Id) && !row.Announced)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.Announced, true));
        return [.. ids.Select(_ => true)];
    }
}
