using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ocr.ServiceDefaults.Bus.Transport;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>Collects the handlers of a process while its host is being built.</summary>
public sealed class HandlerRegistry
{
    private readonly IBusRegistrationConfigurator _bus;

    /// <summary>Creates a registry.</summary>
    /// <param name="bus">The registration of the bus.</param>
    public HandlerRegistry(IBusRegistrationConfigurator bus) => _bus = bus;

    /// <summary>Registration of the transport, for tests. Services do not use it; an architecture test checks this.</summary>
    public IBusRegistrationConfigurator Transport => _bus;

    /// <summary>Adds a handler.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <typeparam name="THandler">Its handler.</typeparam>
    /// <typeparam name="TSubscription">Its subscription.</typeparam>
    public HandlerRegistry Add<T, THandler, TSubscription>()
        where T : class
        where THandler : class, IHandler<T>
        where TSubscription : Subscription =>
        AddConsumer<HandlerConsumer<T, THandler>, THandler, TSubscription>();

    /// <summary>Adds a handler for messages that other handlers gave up.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <typeparam name="THandler">The handler of given-up messages.</typeparam>
    /// <typeparam name="TSubscription">Its subscription.</typeparam>
    public HandlerRegistry AddGivenUp<T, THandler, TSubscription>()
        where T : class
        where THandler : class, IHandler<GivenUp<T>>
        where TSubscription : Subscription =>
        AddConsumer<GivenUpConsumer<T, THandler>, THandler, TSubscription>();

    private HandlerRegistry AddConsumer<TConsumer, THandler, TSubscription>()
        where TConsumer : class, IConsumer
        where THandler : class
        where TSubscription : Subscription
    {
        _bus.TryAddScoped<THandler>();
        _bus.TryAddSingleton<TSubscription>();
        _bus.AddConsumer<TConsumer, SubscriptionDefinition<TConsumer, TSubscription>>();
        return this;
    }
}
