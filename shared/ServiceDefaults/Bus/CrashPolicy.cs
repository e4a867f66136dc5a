using MassTransit;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>
/// What becomes of a message whose consumer dies with its process: no handler runs, and only the broker can count. In memory nothing is
/// counted, because the messages die too (docs/adr/0003).
/// </summary>
public static class CrashPolicy
{
    /// <summary>
    /// Lets a queue deliver a message again only so often after it came back unanswered. All that a dying process held comes back with it, so
    /// the messages that pass the limit are suspects, not culprits (docs/adr/0024).
    /// </summary>
    /// <param name="endpoint">The queue.</param>
    /// <param name="returns">How often it may come back, at least 0.</param>
    /// <param name="deadLetterQueue">Where it goes then; <see langword="null"/> to drop it.</param>
    public static void LimitReturns(this IReceiveEndpointConfigurator endpoint, int returns, string? deadLetterQueue)
    {
        if (endpoint is not IRabbitMqReceiveEndpointConfigurator queue)
        {
            return;
        }

        queue.SetQueueArgument("x-delivery-limit", returns);
        if (deadLetterQueue is not null)
        {
            // The broker's default exchange, which routes by the name of the queue.
            queue.SetQueueArgument("x-dead-letter-exchange", "");
            queue.SetQueueArgument("x-dead-letter-routing-key", deadLetterQueue);
        }
    }
}
