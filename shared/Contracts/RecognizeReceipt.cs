namespace Ocr.Contracts;

/// <summary>Command of Ingest to an OcrWorker: read this receipt. Sent again when its lease ends without a result.</summary>
public sealed record RecognizeReceipt
{
    /// <summary>The batch of the reading.</summary>
    public required BatchInfo Batch { get; init; }

    /// <summary>The receipt to read.</summary>
    public required ReceiptInfo Receipt { get; init; }

    /// <summary>1 for the first sending, 2 for the first repetition, and so on.</summary>
    public required int Attempt { get; init; }
}
