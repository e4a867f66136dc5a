namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Priority of queued work. It can only rise: read-ahead work becomes batch work as soon as a batch waits for the same image, at any
/// position of the queue.
/// </summary>
internal sealed class WorkTicket(WorkPriority priority)
{
    private int _priority = (int)priority;

    /// <summary>The current priority.</summary>
    public WorkPriority Priority => (WorkPriority)Volatile.Read(ref _priority);

    /// <summary>Raises the priority to at least <paramref name="priority"/>.</summary>
    public void Raise(WorkPriority priority)
    {
        if (priority > Priority)
        {
            Volatile.Write(ref _priority, (int)priority);
        }
    }
}
