namespace Ocr.OcrWorker.Reading;

/// <summary>A reading exceeded its time limit.</summary>
/// <param name="limit">The time limit.</param>
internal sealed class ReadingTimeoutException(TimeSpan limit) : Exception($"The reading took longer than {limit}.");

/// <summary>A reading failed unexpectedly, because of the image or the models. The cause is logged where it is caught.</summary>
/// <param name="reason">The cause. It is not the inner exception, because it may look like an unavailable server.</param>
internal sealed class ReadingFailedException(Exception reason) : Exception($"The reading failed: {reason.GetType().Name}.");
