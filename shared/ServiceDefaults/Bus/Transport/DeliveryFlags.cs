using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>
/// Sets the mandatory flag: an unroutable message fails at the publisher, which retries it. Without the flag the broker confirms a message that
/// it drops because there is no queue, as before the first start of its consumer.
/// </summary>
internal static class DeliveryFlags
{
    /// <summary>Requires a queue. The default of all messages except the faults that MassTransit publishes.</summary>
    /// <param name="message">The message.</param>
    internal static void PublishMandatory(this SendContext message)
    {
        if (message is not SendContext<Fault> && message.TryGetPayload<RabbitMqSendContext>(out var context))
        {
            context.Mandatory = true;
        }
    }

    /// <summary>Allows the loss of a message: it is dropped without a queue, and a restart of the broker loses it.</summary>
    /// <param name="message">The message.</param>
    internal static void PublishBestEffort(this SendContext message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Durable = false;
        if (message.TryGetPayload<RabbitMqSendContext>(out var context))
        {
            context.Mandatory = false;
        }
    }
}
