using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Ingest.Telemetry;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Sends receipts to the workers: for the first time, again after a lease ended, and finally as failed.</summary>
internal sealed class Dispatcher(
    IDbContextFactory<IngestDbContext> contexts,
    Leases leases,
    Publisher publisher,
    IngestMetrics metrics,
    StageClock stages,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<Dispatcher> logger)
{
    /// <summary>
    /// Sends due receipts; returns whether there were any. Leased receipts are sent or released also when the process stops meanwhile. Otherwise they
    /// would wait until their lease ends.
    /// </summary>
    public async Task<bool> SendDueAsync(CancellationToken cancellationToken)
    {
        var rows = await leases.TakeDueAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return false;
        }

        var sent = new bool[rows.Count];
        try
        {
            var batches = await ReadBatchesAsync(rows);
            sent = await Task.WhenAll(rows.Select(row => SendAsync(row, batches[row.RequestId!])));
        }
        finally
        {
            await leases.ReturnAsync(rows.Where((_, index) => !sent[index]), CancellationToken.None);
        }

        return sent.All(one => one);
    }

    /// <summary>Runs the statement for the batches of due receipts without receipts.</summary>
    public Task RehearseAsync() => ReadBatchesAsync([]);

    private async Task<Dictionary<string, BatchRow>> ReadBatchesAsync(IEnumerable<ReceiptRow> rows)
    {
        var ids = rows.Select(row => row.RequestId!).Distinct().ToArray();
        await using var database = await contexts.CreateDbContextAsync();
        return await database.Batches.AsNoTracking()
            .Where(batch => ids.Contains(batch.RequestId)).ToDictionaryAsync(batch => batch.RequestId);
    }

    // The publisher has its own timeout of some seconds.
    private async Task<bool> SendAsync(ReceiptRow row, BatchRow batch)
    {
        using var span = Spans.Continue(Spans.Send, row.Traceparent, link: batch.Traceparent);
        span?.SetTag(Spans.ReceiptTag, row.ReceiptId).SetTag(Spans.BatchTag, batch.RequestId);
        if (leases.IsGivenUp(row))
        {
            metrics.GivenUp();
            Log.GivenUp(logger, batch.RequestId, row.Position, options.Value.MaxAttempts);
            return await publisher.TryPublishAsync(GivenUp(row, batch), CancellationToken.None);
        }

        if (row.Attempt == 1)
        {
            stages.Waited(StageClock.Dispatch, batch.OpenedAt);
        }
        else
        {
            metrics.SentAgain();
            Log.SentAgain(logger, batch.RequestId, row.Position, row.Attempt);
        }

        var command = new RecognizeReceipt { Batch = batch.ToInfo(row.Position), Receipt = row.ToInfo(), Attempt = row.Attempt };
        return await publisher.TryPublishAsync(command, CancellationToken.None);
    }

    // Results responds with ReceiptProcessed, as for any other receipt. Until then this event is published again whenever the lease ends.
    private RecognitionFailed GivenUp(ReceiptRow row, BatchRow batch) => new()
    {
        Batch = batch.ToInfo(row.Position),
        Receipt = row.ToInfo(),
        ReasonCode = FailureReasons.AttemptsExhausted,
        Message = $"La lectura falló {options.Value.MaxAttempts} veces; los demás recibos se leen: tome de nuevo la captura y súbala",
        FailedAt = time.GetUtcNow(),
    };
}
