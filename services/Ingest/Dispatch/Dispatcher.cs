using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Ingest.Telemetry;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Sends receipts to the workers: for the first time, again when a lease ended, and at last as given up.</summary>
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
    /// <summary>Sends what is due; whether there was anything.</summary>
    public async Task<bool> SendDueAsync(CancellationToken cancellationToken)
    {
        var rows = await leases.TakeDueAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return false;
        }

        var batches = await ReadBatchesAsync(rows, cancellationToken);
        var sent = await Task.WhenAll(rows.Select(row => SendAsync(row, batches[row.RequestId!], cancellationToken)));
        var unsent = rows.Where((_, index) => !sent[index]).ToArray();
        await leases.ReturnAsync(unsent, cancellationToken);
        return unsent.Length == 0;
    }

    private async Task<Dictionary<string, BatchRow>> ReadBatchesAsync(IEnumerable<ReceiptRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.RequestId!).Distinct().ToArray();
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Batches.AsNoTracking()
            .Where(batch => ids.Contains(batch.RequestId)).ToDictionaryAsync(batch => batch.RequestId, cancellationToken);
    }

    private async Task<bool> SendAsync(ReceiptRow row, BatchRow batch, CancellationToken cancellationToken)
    {
        using var span = Spans.Continue(Spans.Send, row.Traceparent, link: batch.Traceparent);
        span?.SetTag(Spans.ReceiptTag, row.ReceiptId).SetTag(Spans.BatchTag, batch.RequestId);
        if (row.Attempt > options.Value.MaxAttempts)
        {
            metrics.GivenUp();
            Log.GivenUp(logger, batch.RequestId, row.Position, options.Value.MaxAttempts);
            return await publisher.TryPublishAsync(GivenUp(row, batch), cancellationToken);
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
        return await publisher.TryPublishAsync(command, cancellationToken);
    }

    // Results answers with ReceiptProcessed, as for any other receipt; until then this is said again whenever the lease ends.
    private RecognitionFailed GivenUp(ReceiptRow row, BatchRow batch) => new()
    {
        Batch = batch.ToInfo(row.Position),
        Receipt = row.ToInfo(),
        ReasonCode = FailureReasons.AttemptsExhausted,
        Message = $"No hubo resultado después de {options.Value.MaxAttempts} intentos",
        FailedAt = time.GetUtcNow(),
    };
}
