using Ocr.Recognition;

namespace Ocr.OcrWorker;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Information, "Reading with {Model}, {Parallelism} inferences at once", EventName = "ModelsReady")]
    public static partial void ModelsReady(ILogger logger, string model, int parallelism);

    [LoggerMessage(201, LogLevel.Critical, "The worker cannot start. {Faults}", EventName = "ModelsUnusable")]
    public static partial void ModelsUnusable(ILogger logger, string faults);

    [LoggerMessage(202, LogLevel.Warning, "Receipt {ReceiptId} cannot be read, {Fault}: {Reason}", EventName = "ImageUnreadable")]
    public static partial void ImageUnreadable(ILogger logger, Guid receiptId, ImageFault fault, string reason);

    [LoggerMessage(203, LogLevel.Warning, "The image of receipt {ReceiptId} is not in the store", EventName = "ImageMissing")]
    public static partial void ImageMissing(ILogger logger, Guid receiptId);

    [LoggerMessage(204, LogLevel.Warning, "The heartbeat could not be sent", EventName = "HeartbeatFailed")]
    public static partial void HeartbeatFailed(ILogger logger, Exception exception);

    [LoggerMessage(205, LogLevel.Error, "Receipt {ReceiptId} ended every worker that read it; it gets an error result", EventName = "WorkersCrashed")]
    public static partial void WorkersCrashed(ILogger logger, Guid receiptId);
}
