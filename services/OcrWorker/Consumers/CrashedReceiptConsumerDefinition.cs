using MassTransit;

namespace Ocr.OcrWorker.Consumers;

/// <summary>One at a time; filled by the broker alone, not by what is published.</summary>
internal sealed class CrashedReceiptConsumerDefinition : ConsumerDefinition<CrashedReceiptConsumer>
{
    public CrashedReceiptConsumerDefinition()
    {
        EndpointName = CrashQueues.Culprits;
        ConcurrentMessageLimit = 1;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<CrashedReceiptConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = false;
        endpointConfigurator.PrefetchCount = 1;
    }
}
