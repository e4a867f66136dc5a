using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// Takes as many commands as there are threads, and one more whose image is fetched meanwhile: what a worker holds beyond that,
/// another could have read, and a crash would count against it.
/// </summary>
internal sealed class RecognizeReceiptConsumerDefinition : ConsumerDefinition<RecognizeReceiptConsumer>
{
    private const int ReturnsBeforeSuspicion = 1;
    private readonly int _limit;

    public RecognizeReceiptConsumerDefinition(IOptions<OcrWorkerOptions> options)
    {
        EndpointName = CrashQueues.Commands;
        _limit = options.Value.Parallelism + 1;
        ConcurrentMessageLimit = _limit;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RecognizeReceiptConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = _limit;
        endpointConfigurator.LimitReturns(ReturnsBeforeSuspicion, CrashQueues.Suspects);
    }
}
