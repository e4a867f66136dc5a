using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Publishes <see cref="ReceiptUploaded"/>, so that workers read receipts ahead of their batch. The receipts wait in memory and are published once: when a message is lost, the
/// batch reads its receipt (docs/adr/0056).
/// </summary>
internal sealed class ReadAhead(IMessageBus bus, ILogger<ReadAhead> logger)
{
    private const int MaxWaiting = 1_000;

    // The words of these images are cached, or a worker reads them now.
    private const int RecentImages = 4_096;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Queue<ReceiptRow> _waiting = new();
    private readonly HashSet<string> _recent = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _lock = new();

    /// <summary>
    /// Adds receipts that were committed. Leaves out those that are in a batch already, expensive ones, which would occupy the workers for long, and images that were published
    /// recently. While the broker is unavailable, the latest receipts are kept.
    /// </summary>
    public void Add(IEnumerable<ReceiptRow> rows)
    {
        lock (_lock)
        {
            foreach (var row in rows.Where(row => row.State == ReceiptState.Pending && row.Cost <= FairTurns.Cheap && IsNew(row.ObjectKey)))
            {
                _waiting.Enqueue(row);
                if (_waiting.Count > MaxWaiting)
                {
                    _waiting.Dequeue();
                }
            }
        }
    }

    /// <summary>Publishes the waiting receipts.</summary>
    public Task PublishAsync(CancellationToken cancellationToken)
    {
        ReceiptRow[] rows;
        lock (_lock)
        {
            rows = [.. _waiting];
            _waiting.Clear();
        }

        return Task.WhenAll(rows.Select(row => PublishAsync(row, cancellationToken)));
    }

    private async Task PublishAsync(ReceiptRow row, CancellationToken cancellationToken)
    {
        using var span = Spans.Continue(Spans.PublishReceipt, row.Traceparent);
        span?.SetTag(Spans.ReceiptTag, row.ReceiptId);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            await bus.PublishBestEffortAsync(new ReceiptUploaded { Receipt = row.ToInfo() }, timeout.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotReadAhead(logger, exception);
        }
    }

    private bool IsNew(string image)
    {
        if (!_recent.Add(image))
        {
            return false;
        }

        _order.Enqueue(image);
        if (_order.Count > RecentImages)
        {
            _recent.Remove(_order.Dequeue());
        }

        return true;
    }
}
