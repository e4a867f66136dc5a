namespace Ocr.Gateway.Events;

/// <summary>Signals new events in this process. Events of other replicas are found by polling.</summary>
internal sealed class EventSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Set"/>. Get it before reading events, so that no event is missed.</summary>
    public Task Next => _next.Task;

    /// <summary>Signals new events.</summary>
    public void Set() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
