namespace Ocr.Extractor;

internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "Extraction rules {Version} ({Hash}) are ready", EventName = "RulesReady")]
    public static partial void RulesReady(ILogger logger, string version, string hash);

    [LoggerMessage(301, LogLevel.Critical, "The extractor cannot start. {Errors}", EventName = "RulesUnusable")]
    public static partial void RulesUnusable(ILogger logger, string errors);

    [LoggerMessage(302, LogLevel.Information, "Extraction rules {Version} ({Hash}) are active now", EventName = "RulesReplaced")]
    public static partial void RulesReplaced(ILogger logger, string version, string hash);

    [LoggerMessage(303, LogLevel.Error, "Changed extraction rules ({Hash}) are rejected; version {Version} stays active. {Errors}", EventName = "RulesRefused")]
    public static partial void RulesRefused(ILogger logger, string hash, string version, string errors);

    [LoggerMessage(304, LogLevel.Information, "The files contain the active extraction rules, {Version} ({Hash}), again", EventName = "RulesRestored")]
    public static partial void RulesRestored(ILogger logger, string version, string hash);

    [LoggerMessage(306, LogLevel.Information, "Field model {Name} is loaded", EventName = "FieldModelReady")]
    public static partial void FieldModelReady(ILogger logger, string name);

    [LoggerMessage(305, LogLevel.Warning, "The extraction rules cannot be read; the active ones stay", EventName = "RulesUnreadable")]
    public static partial void RulesUnreadable(ILogger logger, Exception error);
}
