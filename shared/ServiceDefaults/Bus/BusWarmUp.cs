using System.Collections.Concurrent;
using MassTransit;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>
/// Sends samples through a separate temporary queue and receives them, so that the code of the bus is compiled before the bus of the process opens. Queue and exchange are
/// deleted with its connection (docs/adr/0045). Messages of receipts are sent to this queue alone: published, they would reach the services.
/// </summary>
internal sealed class BusWarmUp(BusOptions options) : IWarmUp
{
    // As many as a loaded service handles concurrently.
    private const int Together = 8;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly DateTimeOffset Sent = DateTimeOffset.UnixEpoch;

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();
    private IBusControl? _bus;
    private Uri? _queue;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _bus ??= await StartAsync(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => PublishAsync(_bus, cancellationToken)));
        var queue = await _bus.GetSendEndpoint(_queue!);
        await Task.WhenAll(
            SendAsync(queue, SampleMessages.BatchOpened(Sent), cancellationToken),
            SendAsync(queue, SampleMessages.RecognizeReceipt(Sent), cancellationToken),
            SendAsync(queue, SampleMessages.TextRecognized(Sent), cancellationToken),
            SendAsync(queue, SampleMessages.FieldsExtracted(1, Sent), cancellationToken),
            SendAsync(queue, SampleMessages.ReceiptProcessed(Sent), cancellationToken),
            _bus.CreateRequestClient<GetDocument>(_queue!, (RequestTimeout)Timeout).GetResponse<StoredDocument>(
                new GetDocument { RequestId = "", ReceiptId = Guid.Empty }, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task EndAsync()
    {
        if (_bus is { } bus)
        {
            _bus = null;
            await bus.StopAsync(CancellationToken.None);
        }
    }

    private async Task<IBusControl> StartAsync(CancellationToken cancellationToken)
    {
        // The steps of a message to a consumer. The samples take a shorter way, because consumers belong to the bus of the process.
        var transport = typeof(ConsumerMessageFilter<,>).Assembly;
        AsyncCode.Prepare(transport, typeof(ConsumerMessageFilter<,>).Namespace);
        AsyncCode.Prepare(transport, typeof(ScopeConsumerFactory<>).Namespace);
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.UseAddress(options);
            rabbit.Publish<WarmUpSample>(static publish => (publish.Durable, publish.AutoDelete) = (false, true));
            rabbit.ReceiveEndpoint(new TemporaryEndpointDefinition(), endpoint =>
            {
                _queue = endpoint.InputAddress;
                endpoint.UseMessageRetryPolicy();
                // Only the sample is bound to its exchange. The exchanges of other messages are those of the services.
                endpoint.ConfigureConsumeTopology = false;
                endpoint.Bind<WarmUpSample>();
                Receive<WarmUpSample>(endpoint);
                Receive<BatchOpened>(endpoint);
                Receive<RecognizeReceipt>(endpoint);
                Receive<TextRecognized>(endpoint);
                Receive<FieldsExtracted>(endpoint);
                Receive<ReceiptProcessed>(endpoint);
                endpoint.Handler<GetDocument>(static context => context.RespondAsync(new StoredDocument()));
            });
        });
        await bus.StartAsync(cancellationToken);
        return bus;
    }

    private void Receive<T>(IReceiveEndpointConfigurator endpoint)
        where T : class =>
        endpoint.Handler<T>(context =>
        {
            if (_waiting.TryRemove(context.MessageId!.Value, out var received))
            {
                received.TrySetResult();
            }

            return Task.CompletedTask;
        });

    private Task PublishAsync(IBusControl bus, CancellationToken cancellationToken) =>
        ArriveAsync(id => bus.Publish(new WarmUpSample(id), context => context.MessageId = id, cancellationToken), cancellationToken);

    private Task SendAsync<T>(ISendEndpoint queue, T message, CancellationToken cancellationToken)
        where T : class =>
        ArriveAsync(id => queue.Send(message, context => context.MessageId = id, cancellationToken), cancellationToken);

    private async Task ArriveAsync(Func<Guid, Task> send, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var received = _waiting.GetOrAdd(id, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await send(id);
        await received.Task.WaitAsync(cancellationToken);
    }
}

/// <summary>A message of <see cref="BusWarmUp"/>.</summary>
/// <param name="Id">Identifies the message.</param>
internal sealed record WarmUpSample(Guid Id);
