using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Dispatch;

/// <summary>Publishes messages and returns whether the broker confirmed them. When the broker is unavailable, the row waits and no attempt is charged.</summary>
internal sealed class Publisher(IMessageBus bus, ILogger<Publisher> logger)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Whether the transport confirmed the message.</summary>
    public async Task<bool> TryPublishAsync<T>(T message, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            await bus.PublishAsync(message, timeout.Token);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotPublished(logger, typeof(T).Name, exception);
            return false;
        }
    }
}
