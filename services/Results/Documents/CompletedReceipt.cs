using Ocr.Contracts;

namespace Ocr.Results.Documents;

/// <summary>Outcome of a receipt, read or failed. All documents are written from this form.</summary>
internal sealed record CompletedReceipt
{
    private static readonly ExtractedField Blank = new() { Value = "" };

    public required BatchInfo Batch { get; init; }

    public required ReceiptInfo Receipt { get; init; }

    /// <summary>When the words were ready, or the receipt failed, UTC.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>The words; null for an error.</summary>
    public RecognizedText? Text { get; init; }

    /// <summary>The fields; null for an error.</summary>
    public ExtractedReceipt? Extraction { get; init; }

    /// <summary>Code and sentence; null for a receipt that was read.</summary>
    public EntryError? Error { get; init; }

    public IReadOnlyList<WordBox> Words => Text?.Words ?? [];

    public double ConfidenceAverage => Words.Count == 0 ? 0 : Words.Average(word => word.Confidence);

    public string OriginalText => Extraction?.OriginalText ?? "";

    public string ResultFile => $"{Batch.RequestId}_{Receipt.StoredName}.json";

    /// <summary>A field, blank when there is none.</summary>
    public ExtractedField Field(string key) => Extraction?.Fields.GetValueOrDefault(key) ?? Blank;

    /// <summary>The value of a field.</summary>
    public string Value(string key) => Field(key).Value;

    /// <summary>Currency of the amount; blank when none was read.</summary>
    public string Currency => Field(FieldKeys.Monto).Currency ?? "";

    public static CompletedReceipt Of(FieldsExtracted message) => new()
    {
        Batch = message.Batch,
        Receipt = message.Receipt,
        CompletedAt = message.Text.CompletedAt,
        Text = message.Text,
        Extraction = message.Extraction,
    };

    public static CompletedReceipt Of(RecognitionFailed message) => new()
    {
        Batch = message.Batch,
        Receipt = message.Receipt,
        CompletedAt = message.FailedAt,
        Error = new EntryError(message.ReasonCode, message.Message),
    };
}
