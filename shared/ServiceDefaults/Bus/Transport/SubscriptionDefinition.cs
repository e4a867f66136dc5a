using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>Maps a subscription to a MassTransit consumer definition.</summary>
internal sealed class SubscriptionDefinition<TConsumer, TSubscription> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
    where TSubscription : Subscription
{
    private readonly TSubscription _subscription;

    public SubscriptionDefinition(TSubscription subscription)
    {
        _subscription = subscription;
        ConcurrentMessageLimit = subscription.ConcurrencyLimit;
        Endpoint(endpoint =>
        {
            endpoint.Name = subscription.Queue;
            endpoint.Temporary = subscription.IsTemporary;
        });
    }

    /// <inheritdoc/>
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = _subscription.TakesPublished;
        if (_subscription.Prefetch is { } prefetch)
        {
            endpointConfigurator.PrefetchCount = prefetch;
        }

        if (_subscription.DeliveryLimit is { } limit)
        {
            endpointConfigurator.SetDeliveryLimit(limit, _subscription.DeadLetters);
        }
    }
}
