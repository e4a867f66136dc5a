using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Writes what lists show of a receipt.</summary>
internal static class EntryWriter
{
    private const int PreviewLength = 75;

    /// <summary>The entry in the consolidated JSON (§1.3); blank fields and the error for a receipt that was not read.</summary>
    public static string Consolidated(Reading reading, Marks marks, ReceiptRow? receipt) => JsonSerializer.Serialize(
        new ConsolidatedEntry
        {
            FileName = reading.Receipt.StoredName,
            ReceiptId = ReceiptIds.Of(reading.Receipt.ReceiptId),
            Caption = WhatsappMetadata.CaptionOf(reading.Receipt.Metadata),
            Other = reading.Receipt.Metadata.Other ?? reading.Batch.RequestId,
            Reference = reading.Value(FieldKeys.Referencia),
            OriginBank = reading.Value(FieldKeys.BancoOrigen),
            Amount = reading.Value(FieldKeys.Monto),
            Currency = reading.Currency,
            Beneficiary = new Beneficiary(
                reading.Value(FieldKeys.Cedula), reading.Value(FieldKeys.Telefono), reading.Value(FieldKeys.BancoDestino), Name(reading)),
            Date = reading.Value(FieldKeys.FechaOperacion),
            Concept = reading.Value(FieldKeys.Concepto),
            Kind = reading.Value(FieldKeys.TipoTransaccion),
            Time = reading.Value(FieldKeys.HoraOperacion),
            OperationNumber = reading.Value(FieldKeys.NumeroOperacion),
            ConfidenceAverage = Numbers.Confidence(reading.ConfidenceAverage),
            WordCount = reading.Words.Count,
            Whatsapp = WhatsappMetadata.Of(reading.Receipt.Metadata),
            ReceiptValidation = ReceiptValidation.Of(reading),
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
            Revision = receipt is null ? null : RevisionEntry.Of(receipt),
            Corrections = CorrectionEntry.Of(receipt),
            Error = reading.Error,
        },
        OcrJson.Options);

    /// <summary>The entry in the list of processed files (§1.2).</summary>
    public static string Listing(Reading reading, DateTimeOffset storedAt, int documentBytes, Marks marks) => JsonSerializer.Serialize(
        new ListingEntry
        {
            FileName = reading.ResultFile,
            OriginalFileName = reading.Receipt.StoredName,
            ReceiptId = ReceiptIds.Of(reading.Receipt.ReceiptId),
            ProcessedAt = storedAt,
            HasText = reading.Words.Count > 0,
            HasCoordinates = reading.Batch.IncludeCoordinates && reading.Words.Count > 0,
            WordCount = reading.Words.Count,
            TextLength = reading.OriginalText.Length,
            ConfidenceAverage = Numbers.Confidence(reading.ConfidenceAverage),
            Preview = Preview(reading.OriginalText),
            SizeBytes = documentBytes,
            Fields = new ListingFields(
                reading.Value(FieldKeys.Monto), reading.Value(FieldKeys.Referencia), reading.Value(FieldKeys.Telefono),
                reading.Value(FieldKeys.BancoOrigen), reading.Value(FieldKeys.Concepto)),
            Currency = reading.Currency,
            State = reading.Extraction?.Judgement?.State,
            ReceiptsInImage = reading.Extraction?.Judgement?.ReceiptsInImage,
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
        },
        OcrJson.Options);

    /// <summary>An entry of the consolidated JSON with other marks.</summary>
    public static string MarkedConsolidated(string json, Marks marks) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<ConsolidatedEntry>(json, OcrJson.Options)! with
        {
            DuplicateOf = marks.Duplicate,
            PossibleDuplicateOf = marks.Possible,
            Decision = marks.Decision,
        },
        OcrJson.Options);

    /// <summary>An entry of the consolidated JSON with the review of its receipt.</summary>
    public static string Reviewed(string json, ReceiptRow receipt) => JsonSerializer.Serialize(
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
    public static string MarkedListing(string json, int documentBytes, Marks marks) => JsonSerializer.Serialize(
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
    public static string Name(Reading reading) =>
        reading.Extraction?.BeneficiaryName.Value is { Length: > 0 } printed ? printed : reading.Receipt.Metadata.SenderName;
}
