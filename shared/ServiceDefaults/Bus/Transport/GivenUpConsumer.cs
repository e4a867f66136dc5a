using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>Adapts a handler to the faults that MassTransit publishes for given-up messages.</summary>
internal sealed class GivenUpConsumer<T, THandler>(THandler handler) : IConsumer<Fault<T>>
    where T : class
    where THandler : class, IHandler<GivenUp<T>>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<Fault<T>> context) => handler.HandleAsync(new TransportDelivery<GivenUp<T>>(
        context, new GivenUp<T>(context.Message.Message, [.. context.Message.Exceptions.SelectMany(Causes)]), context.GiveBackAsync));

    private static IEnumerable<string> Causes(ExceptionInfo error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause.ExceptionType;
        }
    }
}
