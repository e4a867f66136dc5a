namespace Ocr.Contracts;

/// <summary>Event of OcrWorker: the words of a receipt.</summary>
public sealed record TextRecognized
{
    /// <summary>The batch of the reading.</summary>
    public required BatchInfo Batch { get; init; }

    /// <summary>The receipt that was read.</summary>
    public required ReceiptInfo Receipt { get; init; }

    /// <summary>The recognised words.</summary>
    public required RecognizedText Text { get; init; }
}
