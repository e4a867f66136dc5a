using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// Takes as many commands as there are threads, and one more whose image is fetched meanwhile: what a worker holds beyond that,
/// another could have read, and a crash would count against it.
/// </summary>
internal sealed class RecognizeReceiptSubscription : Subscription
{
    private const int LimitBeforeSuspicion = 1;

    public RecognizeReceiptSubscription(IOptions<OcrWorkerOptions> options)
        : base(CrashQueues.Commands)
    {
        ConcurrencyLimit = options.Value.Parallelism + 1;
        Prefetch = ConcurrencyLimit;
        DeliveryLimit = LimitBeforeSuspicion;
        DeadLetters = CrashQueues.Suspects;
    }
}
