using MassTransit;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>
/// Whether a message needs a queue to lie in. Before its consumer has started for the first time there is none, and the broker would drop it
/// and confirm it all the same. One that must be heard comes back to whoever publishes it as a fault, and is tried again.
/// </summary>
public static class Audience
{
    /// <summary>The default of everything that is published, but for the faults that MassTransit tells.</summary>
    /// <param name="message">The message.</param>
    internal static void MustBeHeard(this SendContext message)
    {
        if (message is not SendContext<Fault> && message.TryGetPayload<RabbitMqSendContext>(out var context))
        {
            context.Mandatory = true;
        }
    }

    /// <summary>For a message that nobody misses: it is dropped when nobody listens, and a restart of the broker loses it.</summary>
    /// <param name="message">The message.</param>
    public static void MayGoUnheard(this SendContext message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Durable = false;
        if (message.TryGetPayload<RabbitMqSendContext>(out var context))
        {
            context.Mandatory = false;
        }
    }
}
