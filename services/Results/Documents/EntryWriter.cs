using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Writes the entries of a receipt in lists.</summary>
internal static class EntryWriter
{
    private const int PreviewLength = 75;

    /// <summary>The entry in the consolidated JSON (§1.3); blank fields and the error for a receipt that was not read.</summary>
    public static string Consolidated(CompletedReceipt completed, DuplicateMarks marks, ReceiptIndexRow? receipt) => JsonSerializer.Serialize(
        new ConsolidatedEntry
        {
            FileName = completed.Receipt.StoredName,
            ReceiptId = ReceiptIds.Of(completed.Receipt.ReceiptId),
            Caption = WhatsappMetadata.CaptionOf(completed.Receipt.Metadata),
            Other = completed.Receipt.Metadata.Other ?? completed.Batch.RequestId,
            Reference = completed.Value(FieldKeys.Referencia),
            OriginBank = completed.Value(FieldKeys.BancoOrigen),
            Amount = completed.Value(FieldKeys.Monto),
            Currency = completed.Currency,
            Beneficiary = new Beneficiary(
                completed.Value(FieldKeys.Cedula), completed.Value(FieldKeys.Telefono), completed.Value(FieldKeys.BancoDestino), Name(completed)),
            Date = completed.Value(FieldKeys.FechaOperacion),
            Concept = completed.Value(FieldKeys.Concepto),
            Kind = completed.Value(FieldKeys.TipoTransaccion),
            Time = completed.Value(FieldKeys.HoraOperacion),
            OperationNumber = completed.Value(FieldKeys.NumeroOperacion),
            ConfidenceAverage = Numbers.Confidence(completed.ConfidenceAverage),
            WordCount = completed.Words.Count,
            Whatsapp = WhatsappMetadata.Of(completed.Receipt.Metadata),
            ReceiptValidation = ReceiptValidation.Of(completed),
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
            Revision = receipt is null ? null : RevisionEntry.Of(receipt),
            Corrections = CorrectionEntry.Of(receipt),
            Error = completed.Error,
        },
        OcrJson.Options);

    /// <summary>The entry in the list of processed files (§1.2).</summary>
    public static string Listing(CompletedReceipt completed, DateTimeOffset storedAt, int documentBytes, DuplicateMarks marks) => JsonSerializer.Serialize(
        new ListingEntry
        {
            FileName = completed.ResultFile,
            OriginalFileName = completed.Receipt.StoredName,
            ReceiptId = ReceiptIds.Of(completed.Receipt.ReceiptId),
            ProcessedAt = storedAt,
            HasText = completed.Words.Count > 0,
            HasCoordinates = completed.Batch.IncludeCoordinates && completed.Words.Count > 0,
            WordCount = completed.Words.Count,
            TextLength = completed.OriginalText.Length,
            ConfidenceAverage = Numbers.Confidence(completed.ConfidenceAverage),
            Preview = Preview(completed.OriginalText),
            SizeBytes = documentBytes,
            Fields = new ListingFields(
                completed.Value(FieldKeys.Monto), completed.Value(FieldKeys.Referencia), completed.Value(FieldKeys.Telefono),
                completed.Value(FieldKeys.BancoOrigen), completed.Value(FieldKeys.Concepto)),
            Currency = completed.Currency,
            State = completed.Extraction?.Judgement?.State,
            ReceiptsInImage = completed.Extraction?.Judgement?.ReceiptsInImage,
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
        },
        OcrJson.Options);

    /// <summary>An entry of the consolidated JSON with other marks.</summary>
    public static string MarkedConsolidated(string json, DuplicateMarks marks) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<ConsolidatedEntry>(json, OcrJson.Options)! with
        {
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
        },
        OcrJson.Options);

    /// <summary>An entry of the consolidated JSON with the review of its receipt.</summary>
    public static string Reviewed(string json, ReceiptIndexRow receipt) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<ConsolidatedEntry>(json, OcrJson.Options)! with
        {
            Revision = RevisionEntry.Of(receipt),
            Corrections = CorrectionEntry.Of(receipt),
        },
        OcrJson.Options);

    /// <summary>The entry in the list of processed files with another size of the document.</summary>
    public static string Resized(string json, int documentBytes) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ListingEntry>(json, OcrJson.Options)! with { SizeBytes = documentBytes }, OcrJson.Options);

    /// <summary>An entry of the list of processed files with other marks.</summary>
    public static string MarkedListing(string json, int documentBytes, DuplicateMarks marks) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<ListingEntry>(json, OcrJson.Options)! with
        {
            SizeBytes = documentBytes,
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
        },
        OcrJson.Options);

    private static string Preview(string text) => text.Length <= PreviewLength ? text : text[..PreviewLength].TrimEnd() + "...";

    /// <summary>Beneficiary's printed name, else the sender's.</summary>
    public static string Name(CompletedReceipt completed) =>
        completed.Extraction?.BeneficiaryName.Value is { Length: > 0 } printed ? printed : completed.Receipt.Metadata.SenderName;
}
