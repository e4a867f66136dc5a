using Ocr.Contracts;
using Ocr.Ingest.Batches;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Dispatch;

/// <summary>Makes a receipt final. A second event of the same receipt finds nothing left to do.</summary>
internal sealed class ReceiptProcessedConsumer(
    FinalMarker marker, BatchSignals batches, Leases leases, DispatchTrigger trigger, FaultLedger faults, StageClock stages) : IHandler<ReceiptProcessed>
{
    public async Task HandleAsync(Delivery<ReceiptProcessed> delivery)
    {
        using var work = stages.Work(StageClock.Finish, delivery.SentTime);
        var message = delivery.Message;
        await marker.MarkAsync(message, delivery.CancellationToken);
        if (message.Succeeded)
        {
            faults.Succeeded(message.ReceiptId);
        }

        batches.Notify(message.RequestId);
        if (leases.AnyWaits)
        {
            // There is room with the workers for one more.
            trigger.Set(DispatchWork.Room);
        }
    }
}

/// <summary>As many in hand as become final by one statement.</summary>
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
