namespace Ocr.Gateway.Events;

/// <summary>Wakes what waits for new events in this process. Events of other replicas are found by polling.</summary>
internal sealed class EventSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Set"/>. Take it before looking for events, so that none is missed in between.</summary>
    public Task Next => _next.Task;

    /// <summary>There are new events.</summary>
    public void Set() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
