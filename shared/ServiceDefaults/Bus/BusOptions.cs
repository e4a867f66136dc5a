using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>Transport of the messages.</summary>
public sealed class BusOptions
{
    /// <summary>
    /// Maximum age of the events that are published again when a process with <see cref="BusTransport.Memory"/> starts. It is longer than a message
    /// waits in memory, so every lost message is published again.
    /// </summary>
    public static readonly TimeSpan KeptInMemory = TimeSpan.FromMinutes(10);

    /// <summary>Within the process (default), or RabbitMQ.</summary>
    [Setting("BUS_TRANSPORT", "memory or rabbitmq"), EnumDataType(typeof(BusTransport))]
    public BusTransport Transport { get; set; } = BusTransport.Memory;

    /// <summary>Address of the broker; default <c>amqp://guest:guest@localhost:5672/</c>.</summary>
    [Setting("RABBITMQ_URL", "an address such as amqp://user:password@host:5672/")]
    public Uri RabbitMqUrl { get; set; } = new("amqp://guest:guest@localhost:5672/");
}

/// <summary>The transports.</summary>
public enum BusTransport
{
    /// <summary>MassTransit in-memory: needs no installation; messages are lost when the process ends.</summary>
    Memory,

    /// <summary>RabbitMQ with quorum queues.</summary>
    RabbitMq,
}
