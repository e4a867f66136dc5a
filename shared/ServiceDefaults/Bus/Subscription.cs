namespace Ocr.ServiceDefaults.Bus;

/// <summary>How a handler receives its messages. The host creates one per handler, so a subscription can depend on settings.</summary>
public abstract class Subscription
{
    /// <summary>Creates the subscription.</summary>
    /// <param name="queue">Name of the queue. Handlers with the same name share it.</param>
    protected Subscription(string queue) => Queue = queue;

    /// <summary>Name of the queue.</summary>
    public string Queue { get; }

    /// <summary>Maximum number of messages handled concurrently; <see langword="null"/> for the limit of <see cref="Prefetch"/> only.</summary>
    public int? ConcurrencyLimit { get; protected init; }

    /// <summary>Maximum number of unacknowledged messages; <see langword="null"/> for the transport's default.</summary>
    public int? Prefetch { get; protected init; }

    /// <summary>Whether the queue belongs to this process and is deleted with it.</summary>
    public bool IsTemporary { get; protected init; }

    /// <summary>Whether the queue receives published messages; otherwise it receives only messages that are sent to it by name.</summary>
    public bool TakesPublished { get; protected init; } = true;

    /// <summary>
    /// Maximum number of times that a message returns unacknowledged because its process ended; <see langword="null"/> for no limit. All
    /// unacknowledged messages of a process return when it ends, so a message over the limit is a suspect; the cause is not known (docs/adr/0024).
    /// </summary>
    public int? DeliveryLimit { get; protected init; }

    /// <summary>Queue of the messages over the limit; <see langword="null"/> to drop them.</summary>
    public string? DeadLetters { get; protected init; }
}
