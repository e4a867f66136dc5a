using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Workers;

/// <summary>Handles heartbeats of workers.</summary>
internal sealed class WorkerHeartbeatConsumer(WorkerBoard board) : IHandler<WorkerHeartbeat>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<WorkerHeartbeat> delivery)
    {
        board.Record(delivery.Message);
        return Task.CompletedTask;
    }
}

/// <summary>A private queue per replica, deleted with it: each replica receives the heartbeats of every worker, and old heartbeats have no use.</summary>
internal sealed class WorkerHeartbeatSubscription : Subscription
{
    // The name differs from the gateway's queue, which receives heartbeats in the same process or on the same broker.
    public WorkerHeartbeatSubscription()
        : base($"ingest-worker-heartbeat-{Guid.NewGuid():N}") => IsTemporary = true;
}
