using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>
/// Limits how often a message is delivered whose consumer ends with its process. No handler runs then, so the broker counts. The in-memory transport
/// does not count, because its messages end with the process (docs/adr/0003).
/// </summary>
internal static class DeliveryLimits
{
    /// <summary>
    /// Limits how often a queue delivers a message again that was not acknowledged. All unacknowledged messages of a process return when it ends, so a
    /// message over the limit is a suspect; the cause is not known (docs/adr/0024).
    /// </summary>
    /// <param name="endpoint">The queue.</param>
    /// <param name="limit">Maximum number of returns, at least 0.</param>
    /// <param name="deadLetterQueue">Queue of the messages over the limit; <see langword="null"/> to drop it.</param>
    internal static void SetDeliveryLimit(this IReceiveEndpointConfigurator endpoint, int limit, string? deadLetterQueue)
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue)
        {
            return;
        }

        queue.SetQueueArgument("x-delivery-limit", limit);
        if (deadLetterQueue is not null)
        {
            // The broker's default exchange, which routes by the name of the queue.
            queue.SetQueueArgument("x-dead-letter-exchange", "");
            queue.SetQueueArgument("x-dead-letter-routing-key", deadLetterQueue);
        }
    }
}
