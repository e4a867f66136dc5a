using MassTransit;

namespace Ocr.Extractor.Consumers;

/// <summary>A receipt takes about a millisecond, so a few at once outrun any number of workers.</summary>
internal sealed class TextRecognizedConsumerDefinition : ConsumerDefinition<TextRecognizedConsumer>
{
    private const int AtOnce = 4;

    public TextRecognizedConsumerDefinition()
    {
        EndpointName = "extractor-text-recognized";
        ConcurrentMessageLimit = AtOnce;
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TextRecognizedConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = AtOnce;
}
