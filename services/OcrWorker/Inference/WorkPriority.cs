namespace Ocr.OcrWorker.Inference;

/// <summary>Who waits for an inference.</summary>
internal enum WorkPriority
{
    /// <summary>Nobody yet: an upload is read before its batch is asked for.</summary>
    ReadAhead,

    /// <summary>A batch, hence a client.</summary>
    Batch,
}
