using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus.Transport;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>Registers the bus. Only this folder depends on the transport (docs/adr/0002).</summary>
public static class BusExtensions
{
    /// <summary>
    /// Adds the bus of this process. A process that hosts several services calls this once, with the handlers of all.
    /// Prefetch and concurrency are set per handler, in its <see cref="Subscription"/>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Contains <c>BUS_TRANSPORT</c> and <c>RABBITMQ_URL</c>.</param>
    /// <param name="handlers">Registers the handlers.</param>
    public static IServiceCollection AddOcrBus(
        this IServiceCollection services, IConfiguration configuration, Action<HandlerRegistry> handlers)
    {
        var options = configuration.GetValidated<BusOptions>();
        services.AddOptions<MassTransitHostOptions>().Configure<IOptions<ShutdownOptions>>(static (host, shutdown) =>
        {
            // Below the host's ShutdownTimeout, so that messages in progress are finished or returned in order.
            host.StopTimeout = Shorter(TimeSpan.FromSeconds(25), shutdown.Value.Timeout * (5d / 6));
            host.ConsumerStopTimeout = Shorter(TimeSpan.FromSeconds(20), shutdown.Value.Timeout * (2d / 3));
        });
        services.AddSingleton<IMessageBus, TransportBus>();
        if (options.Transport == BusTransport.RabbitMq)
        {
            services.AddSingleton<IWarmUp>(_ => new BusWarmUp(options));
        }

        return services.AddMassTransit(bus =>
        {
            bus.SetKebabCaseEndpointNameFormatter();
            bus.DisableUsageTelemetry();
            bus.AddConfigureEndpointsCallback(static (_, _, endpoint) => ConfigureEndpoint(endpoint));
            handlers(new HandlerRegistry(bus));
            UseTransport(bus, options);
        });
    }

    /// <summary>Makes the start of the host wait until the handlers receive messages.</summary>
    /// <param name="services">The services of the host.</param>
    public static IServiceCollection StartWithBus(this IServiceCollection services)
    {
        services.AddOptions<MassTransitHostOptions>().Configure(static bus => bus.WaitUntilStarted = true);
        return services;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void UseTransport(IBusRegistrationConfigurator bus, BusOptions options)
    {
        switch (options.Transport)
        {
            case BusTransport.Memory:
                bus.UsingInMemory(static (context, transport) =>
                {
                    transport.ConfigureJsonSerializerOptions(Minified);
                    transport.ConfigureEndpoints(context);
                });
                break;
            case BusTransport.RabbitMq:
                bus.UsingRabbitMq((context, transport) =>
                {
                    transport.UseAddress(options);
                    transport.ConfigureEndpoints(context);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options));
        }
    }

    /// <summary>Sets the address of the broker, and the form and confirmation of messages.</summary>
    internal static void UseAddress(this IRabbitMqBusFactoryConfigurator transport, BusOptions options)
    {
        transport.Host(options.RabbitMqUrl, static host => host.PublisherConfirmation = true);
        transport.ConfigureJsonSerializerOptions(Minified);
        transport.ConfigurePublish(static publish => publish.UseExecute(static message => message.PublishMandatory()));
    }

    // MassTransit indents by default; indentation is two fifths of a message with words.
    private static JsonSerializerOptions Minified(JsonSerializerOptions options)
    {
        options.WriteIndented = false;
        return options;
    }

    private static void ConfigureEndpoint(IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.SetQuorumQueue();
        }

        endpoint.UseMessageRetryPolicy();
    }
}
