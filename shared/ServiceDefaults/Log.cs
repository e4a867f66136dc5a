using Microsoft.Extensions.Logging;

namespace Ocr.ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed", EventName = "RequestFailed")]
    public static partial void RequestFailed(ILogger logger, string method, string path, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Status section {Section} could not be reported", EventName = "StatusSectionFailed")]
    public static partial void StatusSectionFailed(ILogger logger, string section, Exception exception);
}
