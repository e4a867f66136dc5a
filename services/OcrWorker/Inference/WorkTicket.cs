namespace Ocr.OcrWorker.Inference;

/// <summary>
/// How urgent a piece of work is. It can only rise: work that was queued while reading ahead becomes batch work the moment
/// a batch waits for the same image, wherever it stands in the queue.
/// </summary>
internal sealed class WorkTicket(WorkPriority priority)
{
    private int _priority = (int)priority;

    /// <summary>The urgency now.</summary>
    public WorkPriority Priority => (WorkPriority)Volatile.Read(ref _priority);

    /// <summary>Makes the work at least as urgent as <paramref name="priority"/>.</summary>
    public void Raise(WorkPriority priority)
    {
        if (priority > Priority)
        {
            Volatile.Write(ref _priority, (int)priority);
        }
    }
}
