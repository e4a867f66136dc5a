using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>One at a time; filled by the broker alone, not by what is published.</summary>
internal sealed class CrashedReceiptSubscription : Subscription
{
    public CrashedReceiptSubscription()
        : base(CrashQueues.PoisonQueue)
    {
        ConcurrencyLimit = 1;
        Prefetch = 1;
        TakesPublished = false;
    }
}
