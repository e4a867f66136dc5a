namespace Ocr.Ingest;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Message} was not confirmed; the next sweep publishes it again", EventName = "NotPublished")]
    public static partial void NotPublished(ILogger logger, string message, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "A sweep failed; the next one continues", EventName = "SweepFailed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "{RequestId}: opened with {Size} receipts", EventName = "BatchOpened")]
    public static partial void BatchOpened(ILogger logger, string requestId, int size);

    [LoggerMessage(4, LogLevel.Warning, "{RequestId}/{Position}: sent again, attempt {Attempt}", EventName = "SentAgain")]
    public static partial void SentAgain(ILogger logger, string requestId, int position, int attempt);

    [LoggerMessage(5, LogLevel.Error, "{RequestId}/{Position}: given up after {Attempts} attempts", EventName = "GivenUp")]
    public static partial void GivenUp(ILogger logger, string requestId, int position, int attempts);

    [LoggerMessage(6, LogLevel.Information, "{Count} receipts were in flight when the process ended; they are sent again", EventName = "Recovered")]
    public static partial void Recovered(ILogger logger, int count);

    [LoggerMessage(10, LogLevel.Warning, "{RequestId}/{Position}: a service gave up a message of this receipt; {Faults} errors are charged to it", EventName = "ReceiptFaulted")]
    public static partial void ReceiptFaulted(ILogger logger, string requestId, int position, int faults);

    [LoggerMessage(7, LogLevel.Error, "An upload could not be stored", EventName = "NotStored")]
    public static partial void NotStored(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Information, "Cleaned: {Files} files and {Results} results, {Bytes} bytes", EventName = "Cleaned")]
    public static partial void Cleaned(ILogger logger, int files, int results, long bytes);

    [LoggerMessage(9, LogLevel.Error, "A cleaning failed; the next one continues", EventName = "CleanFailed")]
    public static partial void CleanFailed(ILogger logger, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "{RequestId}: the result could not be fetched; the client got its address", EventName = "DocumentNotRead")]
    public static partial void DocumentNotRead(ILogger logger, string requestId, Exception exception);

    [LoggerMessage(12, LogLevel.Debug, "A receipt is not read ahead of its batch, because the broker did not take the message", EventName = "NotReadAhead")]
    public static partial void NotReadAhead(ILogger logger, Exception exception);
}
