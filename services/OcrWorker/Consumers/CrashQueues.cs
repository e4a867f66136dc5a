namespace Ocr.OcrWorker.Consumers;

/// <summary>
/// The way of a command whose worker dies, from queue to queue (docs/adr/0024). Whatever a dying worker held comes back together: nobody can
/// tell the image that killed it from its neighbours, so after two deaths they are all suspects. A suspect is read while no other suspect is in
/// the same worker, which makes the count of the third queue exact: what gets there killed three workers by itself.
/// </summary>
internal static class CrashQueues
{
    /// <summary>Where commands arrive.</summary>
    public const string Commands = "recognize-receipt";

    /// <summary>Commands that came back twice.</summary>
    public const string Suspects = "recognize-receipt-suspect";

    /// <summary>Commands that came back three times more, each time as the only suspect.</summary>
    public const string Culprits = "recognize-receipt-crashed";
}
