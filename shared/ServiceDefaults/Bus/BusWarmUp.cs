using System.Collections.Concurrent;
using MassTransit;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>
/// Sends samples through a temporary queue of its own and receives them, so that the code of the bus is compiled before the bus of the process opens. Queue and exchange are
/// deleted with its connection (docs/adr/0045).
/// </summary>
internal sealed class BusWarmUp(BusOptions options) : IWarmUp
{
    // As many as a loaded service handles concurrently.
    private const int Together = 8;

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _sent = new();
    private IBusControl? _bus;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _bus ??= await StartAsync(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => SendAsync(_bus, cancellationToken)));
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
        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(transport =>
        {
            transport.UseAddress(options);
            transport.Publish<WarmUpSample>(static publish => (publish.Durable, publish.AutoDelete) = (false, true));
            transport.ReceiveEndpoint(new TemporaryEndpointDefinition(), endpoint =>
            {
                endpoint.UseMessageRetryPolicy();
                endpoint.Handler<WarmUpSample>(context =>
                {
                    if (_sent.TryRemove(context.Message.Id, out var received))
                    {
                        received.TrySetResult();
                    }

                    return Task.CompletedTask;
                });
            });
        });
        await bus.StartAsync(cancellationToken);
        return bus;
    }

    private async Task SendAsync(IBusControl bus, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var received = _sent.GetOrAdd(id, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await bus.Publish(new WarmUpSample(id), cancellationToken);
        await received.Task.WaitAsync(cancellationToken);
    }
}

/// <summary>A message of <see cref="BusWarmUp"/>.</summary>
/// <param name="Id">Identifies the message.</param>
internal sealed record WarmUpSample(Guid Id);
