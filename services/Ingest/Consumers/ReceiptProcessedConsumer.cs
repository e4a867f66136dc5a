using Ocr.Contracts;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Dispatch;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Consumers;

/// <summary>Marks a receipt as final. A second event of the same receipt has no effect.</summary>
internal sealed class ReceiptProcessedConsumer(
    FinalMarker marker, BatchSignals batches, Leases leases, DispatchTrigger trigger, ErrorAttribution errors, StageClock stages) : IHandler<ReceiptProcessed>
{
    public async Task HandleAsync(Delivery<ReceiptProcessed> delivery)
    {
        using var work = stages.Work(StageClock.Finish, delivery.SentTime);
        var message = delivery.Message;
        await marker.MarkAsync(message, delivery.CancellationToken);
        if (message.Succeeded)
        {
            errors.Succeeded(message.ReceiptId);
        }

        batches.Notify(message.RequestId);
        if (leases.AnyWaits)
        {
            // The workers have capacity for one more receipt.
            trigger.Set(DispatchWork.Room);
        }
    }
}

/// <summary>Prefetches as many messages as one statement marks as final.</summary>
internal sealed class ReceiptProcessedSubscription : Subscription
{
    private const int Together = 32;

    public ReceiptProcessedSubscription()
        : base("receipt-processed")
    {
        ConcurrencyLimit = Together;
        Prefetch = Together;
    }
}
