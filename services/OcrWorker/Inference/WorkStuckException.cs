namespace Ocr.OcrWorker.Inference;

/// <summary>Work was abandoned because it neither ended nor observed its cancellation: native code that does not return.</summary>
/// <param name="timeLimit">Time limit of the work.</param>
internal sealed class WorkStuckException(TimeSpan timeLimit) : Exception($"The work did not end within {timeLimit}.");
