namespace Ocr.Extractor;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "Extraction rules {Version} ({Hash}) are ready", EventName = "RulesReady")]
    public static partial void RulesReady(ILogger logger, string version, string hash);

    [LoggerMessage(301, LogLevel.Critical, "The extractor cannot start. {Faults}", EventName = "RulesUnusable")]
    public static partial void RulesUnusable(ILogger logger, string faults);

    [LoggerMessage(302, LogLevel.Information, "Extraction rules {Version} ({Hash}) are in force now", EventName = "RulesReplaced")]
    public static partial void RulesReplaced(ILogger logger, string version, string hash);

    [LoggerMessage(303, LogLevel.Error, "Changed extraction rules ({Hash}) are refused; version {Version} stays in force. {Faults}", EventName = "RulesRefused")]
    public static partial void RulesRefused(ILogger logger, string hash, string version, string faults);

    [LoggerMessage(304, LogLevel.Information, "The files hold the extraction rules in force, {Version} ({Hash}), again", EventName = "RulesRestored")]
    public static partial void RulesRestored(ILogger logger, string version, string hash);

    [LoggerMessage(305, LogLevel.Warning, "The extraction rules cannot be looked at; those in force stay", EventName = "RulesUnreadable")]
    public static partial void RulesUnreadable(ILogger logger, Exception error);
}
