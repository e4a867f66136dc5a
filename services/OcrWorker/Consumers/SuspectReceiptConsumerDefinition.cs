using MassTransit;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Consumers;

/// <summary>One at a time; filled by the broker alone, not by what is published.</summary>
internal sealed class SuspectReceiptConsumerDefinition : ConsumerDefinition<SuspectReceiptConsumer>
{
    private const int ReturnsBeforeVerdict = 2;

    public SuspectReceiptConsumerDefinition()
    {
        EndpointName = CrashQueues.Suspects;
        ConcurrentMessageLimit = 1;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SuspectReceiptConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = false;
        endpointConfigurator.PrefetchCount = 1;
        endpointConfigurator.LimitReturns(ReturnsBeforeVerdict, CrashQueues.Culprits);
    }
}
