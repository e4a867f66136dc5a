namespace Ocr.ServiceDefaults.Bus;

/// <summary>A message that the bus delivers.</summary>
/// <typeparam name="T">The message.</typeparam>
public abstract class Delivery<T>
    where T : class
{
    /// <summary>The message.</summary>
    public abstract T Message { get; }

    /// <summary>When it was sent, UTC; <see langword="null"/> where the sender did not say.</summary>
    public abstract DateTime? SentTime { get; }

    /// <summary>How often its handler was tried before this time, by <see cref="FaultPolicy"/>.</summary>
    public abstract int RetryAttempt { get; }

    /// <summary>Cancelled when the bus has stopped and does not wait any longer.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Publishes a message that follows from this one, and waits until the broker has it.</summary>
    /// <param name="message">The message.</param>
    public abstract Task PublishAsync<TEvent>(TEvent message)
        where TEvent : class;

    /// <summary>Answers the request that this message is.</summary>
    /// <param name="response">The answer.</param>
    public abstract Task RespondAsync<TResponse>(TResponse response)
        where TResponse : class;

    /// <summary>
    /// Gives back a message that the handler has not begun to work on, because its process stops. The message is sent to its own queue anew: unlike one that is
    /// returned unanswered it does not count as one that may have ended the process. In memory it is dropped, because the queue ends with the
    /// process (docs/adr/0003).
    /// </summary>
    public abstract Task GiveBackAsync();
}
