using Ocr.ServiceDefaults.Bus;

namespace Ocr.Results.Consumers;

/// <summary>As many in hand as are stored in one transaction.</summary>
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
