namespace Ocr.Standalone;

internal static partial class Log
{
    [LoggerMessage(600, LogLevel.Information, "Ready: {Address}", EventName = "Ready")]
    public static partial void Ready(ILogger logger, string address);
}
