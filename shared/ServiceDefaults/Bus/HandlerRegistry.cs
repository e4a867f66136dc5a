using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ocr.ServiceDefaults.Bus.Transport;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>Collects the handlers of a process while its host is being built.</summary>
public sealed class HandlerRegistry
{
    private readonly IBusRegistrationConfigurator _bus;

    /// <summary>Makes a registry.</summary>
    /// <param name="bus">The bus to be.</param>
    public HandlerRegistry(IBusRegistrationConfigurator bus) => _bus = bus;

    /// <summary>The transport's own registration, for tests. Services do not name it; a test of the architecture holds them to that.</summary>
    public IBusRegistrationConfigurator Transport => _bus;

    /// <summary>Adds a handler.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <typeparam name="THandler">Its handler.</typeparam>
    /// <typeparam name="TSubscription">How it takes them.</typeparam>
    public HandlerRegistry Add<T, THandler, TSubscription>()
        where T : class
        where THandler : class, IHandler<T>
        where TSubscription : Subscription =>
        AddConsumer<HandlerConsumer<T, THandler>, THandler, TSubscription>();

    /// <summary>Adds a handler of what the handlers of a message gave up.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <typeparam name="THandler">The handler of what was given up.</typeparam>
    /// <typeparam name="TSubscription">How it takes them.</typeparam>
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
