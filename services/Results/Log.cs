namespace Ocr.Results;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A sweep failed; the next one continues", EventName = "SweepFailed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "Deleted {Claims} claims and {Payments} payments that are older than their retention", EventName = "ClaimsForgotten")]
    public static partial void ClaimsForgotten(ILogger logger, int claims, int payments);

    [LoggerMessage(3, LogLevel.Warning, "Deleting old claims failed; it is repeated in an hour", EventName = "PruningFailed")]
    public static partial void PruningFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "A decision was stored but not published; the next sweep publishes it", EventName = "DecisionNotPublished")]
    public static partial void DecisionNotPublished(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Added the search rows of {Count} receipts of an earlier release", EventName = "ReceiptsAdded")]
    public static partial void ReceiptsAdded(ILogger logger, int count);
}
