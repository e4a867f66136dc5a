namespace Ocr.Results;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A sweep failed; the next one goes on", EventName = "SweepFailed")]
    public static partial void SweepFailed(ILogger logger, Exception exception);
}
