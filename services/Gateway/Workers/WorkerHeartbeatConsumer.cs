using MassTransit;
using Ocr.Contracts;

namespace Ocr.Gateway.Workers;

/// <summary>Hears the workers.</summary>
internal sealed class WorkerHeartbeatConsumer(WorkerRegistry registry) : IConsumer<WorkerHeartbeat>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<WorkerHeartbeat> context)
    {
        registry.Heard(context.Message);
        return Task.CompletedTask;
    }
}
