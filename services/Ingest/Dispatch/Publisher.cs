using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Dispatch;

/// <summary>Publishes, or says that it could not: a broker that is down is no fault of the row, which waits.</summary>
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
