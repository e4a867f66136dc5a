using System.Globalization;
using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Results.Storing;

/// <summary>Stores generated receipts in a transaction that is rolled back, and runs the statements that follow without any receipt.</summary>
internal sealed class StoringWarmUp(ResultWriter writer, ResultStore store, TimeProvider time) : IWarmUp
{
    private const int Together = 4;
    private const long NoRow = -1;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await writer.RehearseAsync([.. Enumerable.Range(1, Together).Select(position => new Incoming(CompletedReceipt.Of(Travelled(Message(position))), null))]);
        await store.MarkPublishedAsync(NoRow, cancellationToken);
        await store.FindDocumentAsync("", Guid.Empty, cancellationToken);
    }

    // Serialised and read again, as by the bus.
    private static FieldsExtracted Travelled(FieldsExtracted message) =>
        JsonSerializer.Deserialize<FieldsExtracted>(JsonSerializer.SerializeToUtf8Bytes(message, OcrJson.Options), OcrJson.Options)!;

    private FieldsExtracted Message(int position)
    {
        var number = position.ToString("00000000", CultureInfo.InvariantCulture);
        var now = time.GetUtcNow();
        return new FieldsExtracted
        {
            Batch = new BatchInfo
            {
                RequestId = "BATCH_00000000_000000_000",
                Size = int.MaxValue,
                Position = position,
                Profile = "ultra_rapido",
                IncludeCoordinates = true,
                OpenedAt = now,
            },
            Receipt = new ReceiptInfo
            {
                ReceiptId = Guid.NewGuid(),
                StoredName = $"{number}.png",
                OriginalName = $"{number}.png",
                ObjectKey = "",
                Sha256 = number,
                ContentType = "image/png",
                SizeBytes = 0,
                UploadedAt = now,
                Metadata = new ReceiptMetadata { DrawNumber = "A", DrawDate = "00000000", WhatsappId = "0@lid", SenderName = "", SentAt = "00-00" },
            },
            Text = new RecognizedText
            {
                ImageWidth = 720,
                ImageHeight = 1280,
                Words = [.. Enumerable.Range(0, 40).Select(word => new WordBox("palabra", 0.9f, 0, 20 * word, 100, (20 * word) + 15))],
                Model = "",
                CacheHit = false,
                ProcessingSeconds = 0,
                CompletedAt = now,
            },
            Extraction = Extraction(number),
        };
    }

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
