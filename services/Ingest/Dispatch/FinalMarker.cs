using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Work;

namespace Ocr.Ingest.Dispatch;

/// <summary>Marks receipts as final. Events that arrive at about the same time share one statement. Receipts that are already final do not change.</summary>
internal sealed class FinalMarker
{
    private const int Max = 32;

    // Rows are locked in one order, so that two replicas cannot deadlock. The statement is the same for any number of receipts and is planned once.
    private const string Postgres = $$"""
        WITH final AS (
            SELECT receipt."Id", event.*
            FROM {{IngestDbContext.SchemaName}}.receipts AS receipt
            JOIN unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11})
                AS event(receipt, request, state, stored, code, message, file, cached, seconds, words, confidence, length)
                ON receipt."ReceiptId" = event.receipt AND receipt."RequestId" = event.request
            WHERE receipt."State" = 1 ORDER BY receipt."Id" FOR UPDATE OF receipt)
        UPDATE {{IngestDbContext.SchemaName}}.receipts AS receipt SET
            "State" = final.state, "LeaseUntil" = NULL, "FinalAt" = {12}, "Outcome_StoredAt" = final.stored, "Outcome_ReasonCode" = final.code,
            "Outcome_Message" = final.message, "Outcome_ResultFile" = final.file, "Outcome_CacheHit" = final.cached,
            "Outcome_ProcessingSeconds" = final.seconds, "Outcome_WordCount" = final.words, "Outcome_ConfidenceAverage" = final.confidence,
            "Outcome_TextLength" = final.length
        FROM final WHERE receipt."Id" = final."Id"
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly IDbContextFactory<IngestDbContext> _contexts;
    private readonly ServiceClock _clock;
    private readonly Gatherer<ReceiptProcessed, bool> _gatherer;

    public FinalMarker(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock)
    {
        (_contexts, _clock) = (contexts, clock);
        _gatherer = new Gatherer<ReceiptProcessed, bool>(MarkAsync, Max, Pause);
    }

    /// <summary>Marks a receipt as final.</summary>
    public Task MarkAsync(ReceiptProcessed processed, CancellationToken cancellationToken) => _gatherer.AddAsync(processed, cancellationToken);

    private async Task<IReadOnlyList<bool>> MarkAsync(IReadOnlyList<ReceiptProcessed> processed)
    {
        var now = await _clock.NowAsync(CancellationToken.None);
        await using var database = await _contexts.CreateDbContextAsync();
        ReceiptProcessed[] events = [.. processed.DistinctBy(item => (item.RequestId, item.ReceiptId))];
        if (database.IsPostgres)
        {
            await database.Database.ExecuteSqlRawAsync(Postgres, [.. Columns(events), now.UtcDateTime]);
        }
        else
        {
            await MarkInSqliteAsync(database, events, now);
        }

        return [.. processed.Select(_ => true)];
    }

    private static IEnumerable<object> Columns(ReceiptProcessed[] events) =>
    [
        Column(events, item => item.ReceiptId), Column(events, item => item.RequestId), Column(events, item => (int)StateOf(item)),
        Column(events, item => item.StoredAt.UtcDateTime), Column(events, item => item.ReasonCode), Column(events, item => item.Message),
        Column(events, item => item.ResultFile), Column(events, item => item.CacheHit), Column(events, item => item.ProcessingSeconds),
        Column(events, item => item.WordCount), Column(events, item => item.ConfidenceAverage), Column(events, item => item.TextLength),
    ];

    private static T[] Column<T>(ReceiptProcessed[] events, Func<ReceiptProcessed, T> value) => Array.ConvertAll(events, item => value(item));

    private static async Task MarkInSqliteAsync(IngestDbContext database, ReceiptProcessed[] events, DateTimeOffset? now)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        foreach (var item in events)
        {
            await database.Receipts
                .Where(row => row.ReceiptId == item.ReceiptId && row.RequestId == item.RequestId && row.State == ReceiptState.Processing)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(one => one.State, StateOf(item))
                        .SetProperty(one => one.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(one => one.FinalAt, now)
                        .SetProperty(one => one.Outcome.StoredAt, item.StoredAt)
                        .SetProperty(one => one.Outcome.ReasonCode, item.ReasonCode)
                        .SetProperty(one => one.Outcome.Message, item.Message)
                        .SetProperty(one => one.Outcome.ResultFile, item.ResultFile)
                        .SetProperty(one => one.Outcome.CacheHit, item.CacheHit)
                        .SetProperty(one => one.Outcome.ProcessingSeconds, item.ProcessingSeconds)
                        .SetProperty(one => one.Outcome.WordCount, item.WordCount)
                        .SetProperty(one => one.Outcome.ConfidenceAverage, item.ConfidenceAverage)
                        .SetProperty(one => one.Outcome.TextLength, item.TextLength));
        }

        await transaction.CommitAsync();
    }

    private static ReceiptState StateOf(ReceiptProcessed processed) => processed.Succeeded ? ReceiptState.Processed : ReceiptState.Failed;
}
