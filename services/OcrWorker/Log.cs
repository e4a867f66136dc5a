using Ocr.Recognition;

namespace Ocr.OcrWorker;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Information, "Reading with {Model}, {Parallelism} concurrent inferences", EventName = "ModelsReady")]
    public static partial void ModelsReady(ILogger logger, string model, int parallelism);

    [LoggerMessage(201, LogLevel.Critical, "The worker cannot start. {Errors}", EventName = "ModelsUnusable")]
    public static partial void ModelsUnusable(ILogger logger, string errors);

    [LoggerMessage(202, LogLevel.Warning, "Receipt {ReceiptId} cannot be read, {Error}: {Reason}", EventName = "ImageUnreadable")]
    public static partial void ImageUnreadable(ILogger logger, Guid receiptId, ImageError error, string reason);

    [LoggerMessage(203, LogLevel.Warning, "The image of receipt {ReceiptId} is not in the store", EventName = "ImageMissing")]
    public static partial void ImageMissing(ILogger logger, Guid receiptId);

    [LoggerMessage(204, LogLevel.Warning, "The heartbeat could not be sent", EventName = "HeartbeatFailed")]
    public static partial void HeartbeatFailed(ILogger logger, Exception exception);

    [LoggerMessage(205, LogLevel.Error, "Receipt {ReceiptId} crashed every worker that read it; an error result is published", EventName = "WorkersCrashed")]
    public static partial void WorkersCrashed(ILogger logger, Guid receiptId);

    [LoggerMessage(206, LogLevel.Error, "Reading receipt {ReceiptId} failed unexpectedly", EventName = "ReadingFailed")]
    public static partial void ReadingFailed(ILogger logger, Guid receiptId, Exception exception);

    [LoggerMessage(207, LogLevel.Warning, "Reading receipt {ReceiptId} exceeded its time limit", EventName = "ReadingTimedOut")]
    public static partial void ReadingTimedOut(ILogger logger, Guid receiptId);

    [LoggerMessage(208, LogLevel.Critical, "This worker cannot read any image, including its known readable receipt", EventName = "ReadingBroken")]
    public static partial void ReadingBroken(ILogger logger);

    [LoggerMessage(209, LogLevel.Critical, "A reading does not end and cannot be aborted; the process stops so that it is started again", EventName = "ReadingStuck")]
    public static partial void ReadingStuck(ILogger logger);
}
