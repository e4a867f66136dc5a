using MassTransit;

namespace Ocr.Gateway.Workers;

/// <summary>A queue of its own for every gateway replica, gone with it: each has to hear every worker, and old beats are worth nothing.</summary>
internal sealed class WorkerHeartbeatConsumerDefinition : ConsumerDefinition<WorkerHeartbeatConsumer>
{
    public WorkerHeartbeatConsumerDefinition() => Endpoint(static endpoint =>
    {
        endpoint.InstanceId = Guid.NewGuid().ToString("N");
        endpoint.Temporary = true;
    });
}
