using MassTransit;

namespace Ocr.Results.Consumers;

/// <summary>Short writes: a few at once keep the database busy.</summary>
internal abstract class StoringConsumerDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private const int AtOnce = 8;

    protected StoringConsumerDefinition() => ConcurrentMessageLimit = AtOnce;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context) => endpointConfigurator.PrefetchCount = AtOnce;
}
