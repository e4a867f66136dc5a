using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Workers;

/// <summary>Records the heartbeats of the workers.</summary>
internal sealed class WorkerHeartbeatConsumer(WorkerRegistry registry) : IHandler<WorkerHeartbeat>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<WorkerHeartbeat> delivery)
    {
        registry.Record(delivery.Message);
        return Task.CompletedTask;
    }
}
