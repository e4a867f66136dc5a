namespace Ocr.ServiceDefaults.Bus;

/// <summary>Sends messages.</summary>
public interface IMessageBus
{
    /// <summary>Publishes a message and waits until the broker confirms it. An unroutable message is an error.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task PublishAsync<T>(T message, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Publishes a message that may be lost: it is dropped without a queue, and a restart of the broker loses it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task PublishBestEffortAsync<T>(T message, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Sends a request and waits for its response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">Maximum wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">There was no response, or its handler failed.</exception>
    Task<TResponse> RequestAsync<TRequest, TResponse>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class;

    /// <summary>Waits until the bus is connected and the handlers of this process receive messages.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WaitUntilHealthyAsync(CancellationToken cancellationToken);
}
