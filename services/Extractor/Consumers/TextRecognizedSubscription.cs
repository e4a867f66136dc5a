using Ocr.ServiceDefaults.Bus;

namespace Ocr.Extractor.Consumers;

/// <summary>A receipt takes a few milliseconds, so a few concurrent ones are faster than any number of workers.</summary>
internal sealed class TextRecognizedSubscription : Subscription
{
    private const int Few = 4;

    public TextRecognizedSubscription()
        : base("extractor-text-recognized")
    {
        ConcurrencyLimit = Few;
        Prefetch = Few;
    }
}
