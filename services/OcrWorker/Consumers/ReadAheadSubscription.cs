using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>As many as there are threads; the pool lets batches pass.</summary>
internal sealed class ReadAheadSubscription : Subscription
{
    public ReadAheadSubscription(IOptions<OcrWorkerOptions> options)
        : base("read-ahead")
    {
        ConcurrencyLimit = options.Value.Parallelism;
        Prefetch = ConcurrencyLimit;
        // What may have ended two workers is left to its batch, where it is dealt with.
        DeliveryLimit = 1;
    }
}
