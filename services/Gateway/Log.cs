namespace Ocr.Gateway;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "The store of API keys does not answer", EventName = "KeysUnavailable")]
    public static partial void KeysUnavailable(ILogger logger, Exception fault);

    [LoggerMessage(501, LogLevel.Warning, "The use of API keys could not be stored; tried again later", EventName = "KeyUsageNotStored")]
    public static partial void UsageNotStored(ILogger logger, Exception fault);
}
