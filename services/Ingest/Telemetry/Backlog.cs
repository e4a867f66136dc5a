namespace Ocr.Ingest.Telemetry;

/// <summary>Waiting receipts at one moment.</summary>
/// <param name="Pending">Receipts in no batch.</param>
/// <param name="Processing">Receipts in batches, without a result.</param>
/// <param name="Unpublished">Batches with an event that is not confirmed.</param>
internal sealed record Backlog(Backlog.Line Pending, Backlog.Line Processing, Backlog.Line Unpublished)
{
    /// <summary>One kind of waiting receipts.</summary>
    /// <param name="Count">Number of receipts; not counted where only the age is used.</param>
    /// <param name="Oldest">Time of the oldest, UTC; null when there is none.</param>
    public sealed record Line(int Count, DateTimeOffset? Oldest);
}
