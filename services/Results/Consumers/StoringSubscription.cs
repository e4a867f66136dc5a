using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Consumers;

/// <summary>Prefetches as many messages as one transaction stores.</summary>
internal abstract class StoringSubscription : Subscription
{
    private const int Together = 32;

    protected StoringSubscription(string queue)
        : base(queue)
    {
        ConcurrencyLimit = Together;
        Prefetch = Together;
    }
}
