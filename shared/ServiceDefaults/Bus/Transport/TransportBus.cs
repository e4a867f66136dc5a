using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>Sends messages with MassTransit.</summary>
internal sealed class TransportBus(IBusControl bus) : IMessageBus
{
    /// <inheritdoc/>
    public Task PublishAsync<T>(T message, CancellationToken cancellationToken)
        where T : class => bus.Publish(message, cancellationToken);

    /// <inheritdoc/>
    public Task PublishBestEffortAsync<T>(T message, CancellationToken cancellationToken)
        where T : class => bus.Publish(message, static sent => sent.PublishBestEffort(), cancellationToken);

    /// <inheritdoc/>
    public async Task<TResponse> RequestAsync<TRequest, TResponse>(TRequest request, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        try
        {
            var response = await bus.CreateRequestClient<TRequest>((RequestTimeout)timeout).GetResponse<TResponse>(request, cancellationToken);
            return response.Message;
        }
        catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The request was not answered.", exception);
        }
    }

    /// <inheritdoc/>
    public Task WaitUntilHealthyAsync(CancellationToken cancellationToken) => bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellationToken);
}
