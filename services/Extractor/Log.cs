namespace Ocr.Extractor;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "Extraction rules {Version} are ready", EventName = "RulesReady")]
    public static partial void RulesReady(ILogger logger, string version);

    [LoggerMessage(301, LogLevel.Critical, "The extractor cannot start. {Faults}", EventName = "RulesUnusable")]
    public static partial void RulesUnusable(ILogger logger, string faults);
}
