using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>One at a time; filled by the broker alone, not by what is published.</summary>
internal sealed class SuspectReceiptSubscription : Subscription
{
    private const int LimitBeforeVerdict = 2;

    public SuspectReceiptSubscription()
        : base(CrashQueues.Suspects)
    {
        ConcurrencyLimit = 1;
        Prefetch = 1;
        TakesPublished = false;
        DeliveryLimit = LimitBeforeVerdict;
        DeadLetters = CrashQueues.PoisonQueue;
    }
}
