namespace Ocr.Ingest.Telemetry;

/// <summary>Receipts that wait, at one moment.</summary>
/// <param name="Pending">Receipts in no batch.</param>
/// <param name="Processing">Receipts of batches without a result.</param>
/// <param name="Unpublished">Rows whose event is not confirmed.</param>
internal sealed record Backlog(Backlog.Line Pending, Backlog.Line Processing, Backlog.Line Unpublished)
{
    /// <summary>One kind of them.</summary>
    /// <param name="Count">How many; not counted where only the age matters.</param>
    /// <param name="Oldest">Since when the oldest waits, UTC; null when there is none.</param>
    public sealed record Line(int Count, DateTimeOffset? Oldest);
}
