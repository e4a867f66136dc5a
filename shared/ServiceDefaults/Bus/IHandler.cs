namespace Ocr.ServiceDefaults.Bus;

/// <summary>Handles messages of one type. When it throws, <see cref="MessageRetryPolicy"/> retries the message.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IHandler<T>
    where T : class
{
    /// <summary>Handles a message, which is acknowledged when the method returns.</summary>
    /// <param name="delivery">The message with its delivery data.</param>
    Task HandleAsync(Delivery<T> delivery);
}
