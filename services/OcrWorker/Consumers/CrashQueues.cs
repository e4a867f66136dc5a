namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// The queues of a command whose worker crashes (docs/adr/0024). All unacknowledged commands of a crashed worker are redelivered, and the one that
/// caused the crash is unknown, so after two deliveries they are all suspects. A worker reads at most one suspect at a time, which makes the count of
/// the third queue exact: a command in it crashed three workers.
/// </summary>
internal static class CrashQueues
{
    /// <summary>Queue of new commands.</summary>
    public const string Commands = "recognize-receipt";

    /// <summary>Commands that were redelivered twice.</summary>
    public const string Suspects = "recognize-receipt-suspect";

    /// <summary>Commands that were redelivered three more times, each time as the only suspect of a worker.</summary>
    public const string PoisonQueue = "recognize-receipt-crashed";
}
