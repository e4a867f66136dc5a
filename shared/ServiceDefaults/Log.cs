using Microsoft.Extensions.Logging;

namespace Ocr.ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed", EventName = "RequestFailed")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Status section {Section} could not be reported", EventName = "StatusSectionFailed")]
    public static partial void StatusSectionFailed(ILogger logger, string section, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "Redis does not answer ({Fault}); left alone for {Seconds} s", EventName = "RedisLeftAlone")]
    public static partial void RedisLeftAlone(ILogger logger, double seconds, string? fault);

    [LoggerMessage(4, LogLevel.Information, "Redis answers again", EventName = "RedisAnswers")]
    public static partial void RedisAnswers(ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "{Sample} could not be taken; its gauges are absent meanwhile", EventName = "SampleFailed")]
    public static partial void SampleFailed(ILogger logger, string sample, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "Set, but not read: {Names}. docs/operations.md says what takes their place", EventName = "SettingsNotRead")]
    public static partial void SettingsNotRead(ILogger logger, string names);

    [LoggerMessage(7, LogLevel.Error, "Not stopped within {Timeout}; the process ends as it is", EventName = "StopOverdue")]
    public static partial void StopOverdue(ILogger logger, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Information, "{WarmUp}: {Passes} passes, the first {First:0.0} ms, the last {Last:0.0} ms", EventName = "WarmedUp")]
    public static partial void WarmedUp(ILogger logger, string warmUp, int passes, double first, double last);

    [LoggerMessage(9, LogLevel.Warning, "{WarmUp} is not warm after {Passes} passes, and WARM_UP_SECONDS are over", EventName = "WarmUpEnded")]
    public static partial void WarmUpEnded(ILogger logger, string warmUp, int passes);

    [LoggerMessage(10, LogLevel.Warning, "{WarmUp} failed; the first receipts will take longer", EventName = "WarmUpFailed")]
    public static partial void WarmUpFailed(ILogger logger, string warmUp, Exception exception);
}
