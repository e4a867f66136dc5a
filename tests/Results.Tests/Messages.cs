using System.Globalization;
using Ocr.Contracts;

namespace Ocr.Results.Tests;

/// <summary>Messages of generated receipts.</summary>
internal static class Messages
{
    public const string Batch = "BATCH_20250711_143052_a8f";
    public static readonly DateTimeOffset Opened = new(2025, 7, 11, 14, 30, 52, 123, TimeSpan.Zero);

    public static FieldsExtracted Read(
        int position = 1, int size = 1, string batch = Batch, bool withCoordinates = true, Func<ReceiptMetadata, ReceiptMetadata>? metadata = null,
        string beneficiary = "", params (string Key, ExtractedField Field)[] fields) => new()
        {
            Batch = Info(position, size, batch) with { IncludeCoordinates = withCoordinates },
            Receipt = Receipt(position, metadata),
            Text = new RecognizedText
            {
                ImageWidth = 720,
                ImageHeight = 1280,
                Words = [new WordBox("Personas", 0.95f, 145, 67, 298, 95), new WordBox("104,54", 0.96f, 320, 67, 387, 95), new WordBox("Envío", 0.91f, 395, 67, 421, 95)],
                Model = "compact-1.0.0",
                CacheHit = false,
                ProcessingSeconds = 0.38123,
                CompletedAt = Opened.AddSeconds(1),
            },
            Extraction = new ExtractedReceipt
            {
                Fields = Fields(fields),
                BeneficiaryName = new ExtractedField { Value = beneficiary },
                OriginalText = "Personas 104,54 Envío",
                StructuredText = "Personas 104,54\nEnvío",
                LayoutApplied = true,
                IsReceipt = true,
                Complete = false,
                MissingFields = [FieldKeys.Cedula],
                RulesVersion = "1",
            },
        };

    /// <summary>A reading of a unique receipt: every number has a different image and upload.</summary>
    public static FieldsExtracted Payment(
        int receipt, string batch = Batch, int position = 1, int size = 1, int? image = null, params (string Key, ExtractedField Field)[] fields)
    {
        var message = Read(position, size, batch, fields:
        [
            (FieldKeys.BancoOrigen, Field("BANCO DE VENEZUELA")), (FieldKeys.Referencia, Field("003039387344")), .. fields,
        ]);
        return message with
        {
            Receipt = message.Receipt with
            {
                ReceiptId = new Guid(receipt, 1, 0, new byte[8]),
                StoredName = $"recibo-{receipt.ToString(CultureInfo.InvariantCulture)}.png",
                Sha256 = (1000 + (image ?? receipt)).ToString("x64", CultureInfo.InvariantCulture),
            },
        };
    }

    public static RecognitionFailed Failed(int position = 1, int size = 1, string batch = Batch) => new()
    {
        Batch = Info(position, size, batch),
        Receipt = Receipt(position, null),
        ReasonCode = FailureReasons.ImageUnreadable,
        Message = "No se puede leer la imagen",
        FailedAt = Opened.AddSeconds(2),
    };

    public static ExtractedField Field(string value) => new() { Value = value, Valid = true, Confidence = 0.9, Rule = "etiqueta" };

    private static BatchInfo Info(int position, int size, string batch) => new()
    {
        RequestId = batch,
        Size = size,
        Position = position,
        Profile = "ultra_rapido",
        IncludeCoordinates = true,
        OpenedAt = Opened,
    };

    private static ReceiptInfo Receipt(int position, Func<ReceiptMetadata, ReceiptMetadata>? metadata)
    {
        var usual = new ReceiptMetadata { DrawNumber = "A", DrawDate = "20250711", WhatsappId = "123456@lid", SenderName = "Juan", SentAt = "14-30" };
        var number = position.ToString(CultureInfo.InvariantCulture);
        return new ReceiptInfo
        {
            ReceiptId = new Guid(position, 0, 0, new byte[8]),
            StoredName = $"20250711-A--123456@lid_Juan_14-30{(position == 1 ? "" : "_" + number)}.png",
            OriginalName = $"recibo{number}.png",
            ObjectKey = "ab/ab.png",
            Sha256 = position.ToString("x64", CultureInfo.InvariantCulture),
            ContentType = "image/png",
            SizeBytes = 245_760,
            UploadedAt = Opened.AddSeconds(-9),
            Metadata = metadata?.Invoke(usual) ?? usual,
        };
    }

    private static Dictionary<string, ExtractedField> Fields((string Key, ExtractedField Field)[] given)
    {
        var fields = FieldKeys.All.ToDictionary(key => key, _ => new ExtractedField { Value = "" });
        fields[FieldKeys.Monto] = new ExtractedField
        {
            Value = "104.54",
            Raw = "104,54",
            Valid = true,
            Confidence = 0.96,
            Rule = "monto_destacado",
            WordIndexes = [1],
            Format = "decimal",
            Currency = "BS",
        };
        fields[FieldKeys.Telefono] = new ExtractedField { Value = "04125318244", Valid = true, Format = "venezolano", Prefix = "0412", Length = 11 };
        fields[FieldKeys.Cedula] = new ExtractedField { Value = "V-26749097", Valid = true, Format = "venezolana", Prefix = "V-", Length = 8, PrefixInferred = true };
        fields[FieldKeys.FechaOperacion] = new ExtractedField { Value = "20/06/2025", Valid = true, Format = "dd/mm/yyyy", Parsed = "2025-06-20" };
        fields[FieldKeys.Concepto] = Field("Envío de Tpago");
        foreach (var (key, field) in given)
        {
            fields[key] = field;
        }

        return fields;
    }
}
