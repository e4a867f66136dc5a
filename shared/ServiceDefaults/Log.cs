using Microsoft.Extensions.Logging;

namespace Ocr.ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed", EventName = "RequestFailed")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Status section {Section} could not be reported", EventName = "StatusSectionFailed")]
    public static partial void StatusSectionFailed(ILogger logger, string section, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "Redis does not respond ({Fault}); not used for {Seconds} s", EventName = "RedisLeftAlone")]
    public static partial void RedisLeftAlone(ILogger logger, double seconds, string? fault);

    [LoggerMessage(4, LogLevel.Information, "Redis responds again", EventName = "RedisAnswers")]
    public static partial void RedisResponds(ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "{Sample} failed; its gauges are absent until the next sample", EventName = "SampleFailed")]
    public static partial void SampleFailed(ILogger logger, string sample, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "Settings without effect: {Names}. docs/operations.md describes their replacements", EventName = "SettingsNotRead")]
    public static partial void SettingsNotRead(ILogger logger, string names);

    [LoggerMessage(7, LogLevel.Error, "Not stopped within {Timeout}; the process is terminated", EventName = "StopOverdue")]
    public static partial void StopOverdue(ILogger logger, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Information, "{WarmUp}: {Passes} passes, the first {First:0.0} ms, the last {Last:0.0} ms", EventName = "WarmedUp")]
    public static partial void WarmedUp(ILogger logger, string warmUp, int passes, double first, double last);

    [LoggerMessage(9, LogLevel.Warning, "{WarmUp} is not warm after {Passes} passes, and WARM_UP_SECONDS has expired", EventName = "WarmUpEnded")]
    public static partial void WarmUpEnded(ILogger logger, string warmUp, int passes);

    [LoggerMessage(10, LogLevel.Warning, "{WarmUp} failed; the first receipts will take longer", EventName = "WarmUpFailed")]
    public static partial void WarmUpFailed(ILogger logger, string warmUp, Exception exception);
}
