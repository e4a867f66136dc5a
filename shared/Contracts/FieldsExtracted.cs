namespace Ocr.Contracts;

/// <summary>Event of Extractor: the fields of a receipt, with the words they were taken from.</summary>
public sealed record FieldsExtracted
{
    /// <summary>The batch of the reading.</summary>
    public required BatchInfo Batch { get; init; }

    /// <summary>The receipt.</summary>
    public required ReceiptInfo Receipt { get; init; }

    /// <summary>The recognised words.</summary>
    public required RecognizedText Text { get; init; }

    /// <summary>The extracted fields.</summary>
    public required ExtractedReceipt Extraction { get; init; }
}
