namespace Ocr.ServiceDefaults.Bus;

/// <summary>A message that the bus delivers.</summary>
/// <typeparam name="T">The message.</typeparam>
public abstract class Delivery<T>
    where T : class
{
    /// <summary>The message.</summary>
    public abstract T Message { get; }

    /// <summary>When it was sent, UTC; <see langword="null"/> when the sender did not set it.</summary>
    public abstract DateTime? SentTime { get; }

    /// <summary>Number of previous attempts of its handler, by <see cref="MessageRetryPolicy"/>.</summary>
    public abstract int RetryAttempt { get; }

    /// <summary>Cancelled when the bus has stopped and its timeout has expired.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Publishes a message that results from this one, and waits until the broker confirms it.</summary>
    /// <param name="message">The message.</param>
    public abstract Task PublishAsync<TEvent>(TEvent message)
        where TEvent : class;

    /// <summary>Responds to a request.</summary>
    /// <param name="response">The response.</param>
    public abstract Task RespondAsync<TResponse>(TResponse response)
        where TResponse : class;

    /// <summary>
    /// Returns a message that the handler has not started, because its process stops. The message is sent to its queue again. Unlike an
    /// unacknowledged message, it does not count as a possible cause of a crash. In memory it is dropped, because the queue ends with the
    /// process (docs/adr/0003).
    /// </summary>
    public abstract Task GiveBackAsync();
}
