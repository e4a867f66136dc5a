using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Workers;

/// <summary>A temporary queue per gateway replica: each replica needs the heartbeats of all workers, and old heartbeats have no use.</summary>
internal sealed class WorkerHeartbeatSubscription : Subscription
{
    public WorkerHeartbeatSubscription()
        : base($"worker-heartbeat-{Guid.NewGuid():N}") => IsTemporary = true;
}
