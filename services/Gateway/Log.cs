namespace Ocr.Gateway;

internal static partial class Log
{
    [LoggerMessage(500, LogLevel.Error, "The store of API keys does not respond", EventName = "KeysUnavailable")]
    public static partial void KeysUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(501, LogLevel.Warning, "The use of API keys could not be stored; tried again later", EventName = "KeyUsageNotStored")]
    public static partial void UsageNotStored(ILogger logger, Exception exception);

    [LoggerMessage(504, LogLevel.Information, "Audit: {Action} by {Actor} {KeyId} from {Address}: {StatusCode}", EventName = "Audited")]
    public static partial void Audited(ILogger logger, string action, string actor, Guid? keyId, string address, int statusCode);

    [LoggerMessage(505, LogLevel.Error, "Events of the audit trail could not be stored; tried again later", EventName = "AuditNotStored")]
    public static partial void AuditNotStored(ILogger logger, Exception exception);

    [LoggerMessage(
        502,
        LogLevel.Warning,
        "No key is required: every program of this machine can read receipts and delete files. Set AUTH_REQUIRED=true before HOST makes the API available to others",
        EventName = "OpenOnThisMachine")]
    public static partial void OpenOnThisMachine(ILogger logger);

    [LoggerMessage(
        503,
        LogLevel.Warning,
        "No key is required and HOST opens the API to other machines: every client that reaches the port can read receipts and delete files. Set AUTH_REQUIRED=true",
        EventName = "OpenToOthers")]
    public static partial void OpenToOthers(ILogger logger);

    [LoggerMessage(506, LogLevel.Warning, "Events could not be stored; tried again in 5 s", EventName = "EventsNotStored")]
    public static partial void EventsNotStored(ILogger logger, Exception exception);

    [LoggerMessage(507, LogLevel.Warning, "Events could not be read; tried again in 1 s", EventName = "EventsNotRead")]
    public static partial void EventsNotRead(ILogger logger, Exception exception);

    [LoggerMessage(508, LogLevel.Warning, "A stream of events ended; its client connects again", EventName = "StreamEnded")]
    public static partial void StreamEnded(ILogger logger, Exception exception);

    [LoggerMessage(509, LogLevel.Error, "Old events could not be removed; tried again later", EventName = "EventsNotRemoved")]
    public static partial void EventsNotRemoved(ILogger logger, Exception exception);

    [LoggerMessage(510, LogLevel.Error, "Deliveries of webhooks could not be read; tried again in 1 s", EventName = "DeliveriesNotRead")]
    public static partial void DeliveriesNotRead(ILogger logger, Exception exception);

    // Without the address, which can contain a secret.
    [LoggerMessage(511, LogLevel.Warning, "Webhook {WebhookId}: delivery {DeliveryId} failed, attempt {Attempt}: {Error} {StatusCode}", EventName = "NotDelivered")]
    public static partial void NotDelivered(ILogger logger, Guid webhookId, long deliveryId, int attempt, string error, int? statusCode);

    [LoggerMessage(512, LogLevel.Error, "The result of delivery {DeliveryId} could not be stored; it is sent again", EventName = "AttemptNotRecorded")]
    public static partial void AttemptNotRecorded(ILogger logger, long deliveryId, Exception exception);
}
