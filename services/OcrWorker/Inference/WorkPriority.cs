namespace Ocr.OcrWorker.Inference;

/// <summary>Priority of an inference.</summary>
internal enum WorkPriority
{
    /// <summary>No client waits: an upload is read before a batch requests it.</summary>
    ReadAhead,

    /// <summary>A batch waits for it.</summary>
    Batch,
}
