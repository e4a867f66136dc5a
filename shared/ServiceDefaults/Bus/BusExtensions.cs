using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>The one place that knows the transport (docs/adr/0002).</summary>
public static class BusExtensions
{
    /// <summary>
    /// Adds the bus of this process. A process that hosts several services calls this once, with the consumers of all.
    /// Prefetch and concurrency are each consumer's own, in its definition.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Carries <c>BUS_TRANSPORT</c> and <c>RABBITMQ_URL</c>.</param>
    /// <param name="consumers">Registers the consumers.</param>
    public static IServiceCollection AddOcrBus(
        this IServiceCollection services, IConfiguration configuration, Action<IBusRegistrationConfigurator> consumers)
    {
        var options = configuration.GetValidated<BusOptions>();
        services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            // Below the host's ShutdownTimeout, so that a message in hand is finished or given back in order.
            host.StopTimeout = TimeSpan.FromSeconds(25);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(20);
        });
        return services.AddMassTransit(bus =>
        {
            bus.SetKebabCaseEndpointNameFormatter();
            bus.DisableUsageTelemetry();
            bus.AddConfigureEndpointsCallback(static (_, _, endpoint) => ConfigureEndpoint(endpoint));
            consumers(bus);
            UseTransport(bus, options);
        });
    }

    private static void UseTransport(IBusRegistrationConfigurator bus, BusOptions options)
    {
        switch (options.Transport)
        {
            case BusTransport.Memory:
                bus.UsingInMemory(static (context, transport) => transport.ConfigureEndpoints(context));
                break;
            case BusTransport.RabbitMq:
                bus.UsingRabbitMq((context, transport) =>
                {
                    transport.Host(options.RabbitMqUrl, static host => host.PublisherConfirmation = true);
                    transport.ConfigurePublish(static publish => publish.UseExecute(static message => message.MustBeHeard()));
                    transport.ConfigureEndpoints(context);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options));
        }
    }

    private static void ConfigureEndpoint(IReceiveEndpointConfigurator endpoint)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.SetQuorumQueue();
        }

        endpoint.UseFaultPolicy();
    }
}
