using System.Globalization;
using Ocr.Contracts;

namespace Ocr.ServiceDefaults.Warming;

/// <summary>Generated messages of a receipt, for warm-ups. No queue of a service receives them.</summary>
public static class SampleMessages
{
    private const string Batch = "BATCH_00000000_000000_000";
    private const int Words = 40;

    /// <summary>A batch was opened.</summary>
    /// <param name="now">Time of the batch.</param>
    public static BatchOpened BatchOpened(DateTimeOffset now) => new() { RequestId = Batch, Size = 1, Profile = ProfileNames.UltraRapido, OpenedAt = now };

    /// <summary>A command to read a receipt.</summary>
    /// <param name="now">Time of the receipt.</param>
    public static RecognizeReceipt RecognizeReceipt(DateTimeOffset now) => new() { Batch = BatchOf(1, now), Receipt = Receipt(1, now), Attempt = 1 };

    /// <summary>The words of a receipt.</summary>
    /// <param name="now">Time of the receipt.</param>
    public static TextRecognized TextRecognized(DateTimeOffset now) => new() { Batch = BatchOf(1, now), Receipt = Receipt(1, now), Text = Text(now) };

    /// <summary>The fields of a receipt, different for each position.</summary>
    /// <param name="position">Position in the batch, from 1.</param>
    /// <param name="now">Time of the receipt.</param>
    public static FieldsExtracted FieldsExtracted(int position, DateTimeOffset now) =>
        new() { Batch = BatchOf(position, now), Receipt = Receipt(position, now), Text = Text(now), Extraction = Extraction(Number(position)) };

    /// <summary>A receipt was stored.</summary>
    /// <param name="now">Time of the receipt.</param>
    public static ReceiptProcessed ReceiptProcessed(DateTimeOffset now) => new()
    {
        RequestId = Batch,
        ReceiptId = Guid.Empty,
        Succeeded = true,
        ResultFile = "",
        StoredAt = now,
        Summary = new ReceiptSummary
        {
            Tenant = Tenants.Default,
            StoredName = "",
            Fields = FieldKeys.All.ToDictionary(key => key, _ => ""),
            Reasons = [new DecisionReason { Code = "", Text = "" }],
            Metadata = Receipt(1, now).Metadata,
        },
    };

    private static string Number(int position) => position.ToString("00000000", CultureInfo.InvariantCulture);

    private static BatchInfo BatchOf(int position, DateTimeOffset now) => new()
    {
        RequestId = Batch,
        Size = int.MaxValue,
        Position = position,
        Profile = ProfileNames.UltraRapido,
        IncludeCoordinates = true,
        OpenedAt = now,
    };

    private static ReceiptInfo Receipt(int position, DateTimeOffset now) => new()
    {
        ReceiptId = Guid.NewGuid(),
        StoredName = $"{Number(position)}.png",
        OriginalName = $"{Number(position)}.png",
        ObjectKey = "",
        Sha256 = Number(position),
        ContentType = "image/png",
        SizeBytes = 0,
        UploadedAt = now,
        Metadata = new ReceiptMetadata { DrawNumber = "A", DrawDate = "00000000", WhatsappId = "0@lid", SenderName = "", SentAt = "00-00" },
    };

    private static RecognizedText Text(DateTimeOffset now) => new()
    {
        ImageWidth = 720,
        ImageHeight = 1280,
        Words = [.. Enumerable.Range(0, Words).Select(word => new WordBox("palabra", 0.9f, 0, 20 * word, 100, (20 * word) + 15))],
        Model = "",
        CacheHit = false,
        ProcessingSeconds = 0,
        CompletedAt = now,
    };

    private static ExtractedReceipt Extraction(string number)
    {
        var fields = FieldKeys.All.ToDictionary(key => key, _ => new ExtractedField { Value = "" });
        fields[FieldKeys.Monto] = new ExtractedField { Value = "0.01", Valid = true, Confidence = 1 };
        fields[FieldKeys.BancoOrigen] = new ExtractedField { Value = "CALENTAMIENTO", Valid = true, Confidence = 1 };
        fields[FieldKeys.Referencia] = new ExtractedField { Value = $"9999{number}", Valid = true, Confidence = 1 };
        return new ExtractedReceipt
        {
            Fields = fields,
            BeneficiaryName = new ExtractedField { Value = "" },
            OriginalText = "",
            StructuredText = "",
            LayoutApplied = true,
            IsReceipt = true,
            Complete = false,
            MissingFields = [],
            RulesVersion = "",
        };
    }
}
