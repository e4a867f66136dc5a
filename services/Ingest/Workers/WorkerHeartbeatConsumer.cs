using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Ingest.Workers;

/// <summary>Hears the workers.</summary>
internal sealed class WorkerHeartbeatConsumer(WorkerBoard board) : IHandler<WorkerHeartbeat>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<WorkerHeartbeat> delivery)
    {
        board.Heard(delivery.Message);
        return Task.CompletedTask;
    }
}

/// <summary>A queue of its own for every replica, gone with it: each has to hear every worker, and old beats are worth nothing.</summary>
internal sealed class WorkerHeartbeatSubscription : Subscription
{
    // A name of its own also beside the gateway's, which hears them in the same process or on the same broker.
    public WorkerHeartbeatSubscription()
        : base($"ingest-worker-heartbeat-{Guid.NewGuid():N}") => IsTemporary = true;
}
