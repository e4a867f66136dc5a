using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Workers;

/// <summary>A queue of its own for every gateway replica, gone with it: each has to hear every worker, and old beats are worth nothing.</summary>
internal sealed class WorkerHeartbeatSubscription : Subscription
{
    public WorkerHeartbeatSubscription()
        : base($"worker-heartbeat-{Guid.NewGuid():N}") => IsTemporary = true;
}
