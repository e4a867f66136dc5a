using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>Adapts a handler to MassTransit.</summary>
internal sealed class HandlerConsumer<T, THandler>(THandler handler) : IConsumer<T>
    where T : class
    where THandler : class, IHandler<T>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<T> context) => handler.HandleAsync(new TransportDelivery<T>(context, context.Message, context.GiveBackAsync));
}
