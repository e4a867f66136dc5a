namespace Ocr.Gateway;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "The store of API keys does not answer", EventName = "KeysUnavailable")]
    public static partial void KeysUnavailable(ILogger logger, Exception fault);

    [LoggerMessage(501, LogLevel.Warning, "The use of API keys could not be stored; tried again later", EventName = "KeyUsageNotStored")]
    public static partial void UsageNotStored(ILogger logger, Exception fault);

    [LoggerMessage(504, LogLevel.Information, "Audit: {Action} by {Actor} {KeyId} from {Address}: {StatusCode}", EventName = "Audited")]
    public static partial void Audited(ILogger logger, string action, string actor, Guid? keyId, string address, int statusCode);

    [LoggerMessage(505, LogLevel.Error, "Events of the audit trail could not be stored; tried again later", EventName = "AuditNotStored")]
    public static partial void AuditNotStored(ILogger logger, Exception fault);

    [LoggerMessage(
        502,
        LogLevel.Warning,
        "No key is required: every program of this machine can read receipts and delete files. Set AUTH_REQUIRED=true before HOST makes the API available to others",
        EventName = "OpenOnThisMachine")]
    public static partial void OpenOnThisMachine(ILogger logger);

    [LoggerMessage(
        503,
        LogLevel.Warning,
        "No key is required and HOST opens the API to other machines: whoever reaches the port can read receipts and delete files. Set AUTH_REQUIRED=true",
        EventName = "OpenToOthers")]
    public static partial void OpenToOthers(ILogger logger);
}
