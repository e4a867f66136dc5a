namespace Ocr.Contracts;

/// <summary>Event of Extractor: the fields of a receipt, with the words they were taken from.</summary>
public sealed record FieldsExtracted
{
    /// <summary>The batch it was read for.</summary>
    public required BatchInfo Batch { get; init; }

    /// <summary>The receipt.</summary>
    public required ReceiptInfo Receipt { get; init; }

    /// <summary>What was read.</summary>
    public required RecognizedText Text { get; init; }

    /// <summary>What the rules made of it.</summary>
    public required ExtractedReceipt Extraction { get; init; }
}
