using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>A message that MassTransit delivers.</summary>
internal sealed class TransportDelivery<T>(ConsumeContext context, T message, Func<Task> giveBack) : Delivery<T>
    where T : class
{
    /// <inheritdoc/>
    public override T Message => message;

    /// <inheritdoc/>
    public override DateTime? SentTime => context.SentTime;

    /// <inheritdoc/>
    public override int RetryAttempt => context.GetRetryAttempt();

    /// <inheritdoc/>
    public override CancellationToken CancellationToken => context.CancellationToken;

    /// <inheritdoc/>
    public override Task PublishAsync<TEvent>(TEvent message) => context.Publish(message, context.CancellationToken);

    /// <inheritdoc/>
    public override Task RespondAsync<TResponse>(TResponse response) => context.RespondAsync(response);

    /// <inheritdoc/>
    public override Task GiveBackAsync() => giveBack();
}
