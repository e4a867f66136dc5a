using System.Globalization;
using System.Text;
using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Writes the individual JSON of a receipt (§2.1).</summary>
internal static class DocumentWriter
{
    /// <summary>Name under which the date of the operation is validated.</summary>
    public const string Date = "fecha";

    private const string NoSize = "\"size_bytes\":0";

    // The four fields of the specification come first, then the others in their usual order.
    private static readonly (string Name, string Key)[] Judged =
    [
        (FieldKeys.Monto, FieldKeys.Monto), (FieldKeys.Telefono, FieldKeys.Telefono),
        (FieldKeys.Cedula, FieldKeys.Cedula), (Date, FieldKeys.FechaOperacion),
        .. FieldKeys.All
            .Except([FieldKeys.Monto, FieldKeys.Telefono, FieldKeys.Cedula, FieldKeys.FechaOperacion])
            .Select(key => (key, key)),
    ];

    /// <summary>The JSON and its size in bytes, which the JSON contains.</summary>
    public static (string Json, int Bytes) Write(CompletedReceipt completed, DateTimeOffset storedAt, DuplicateMarks marks, ReceiptIndexRow? receipt = null) => Sized(Document(completed, storedAt) with
    {
        DuplicateOf = marks.Duplicate,
        PossibleDuplicateOf = marks.Possible,
        Decision = marks.Decision,
        Revision = receipt is null ? null : RevisionEntry.Of(receipt),
        Corrections = CorrectionEntry.Of(receipt),
    });

    /// <summary>A stored document with the review of its receipt.</summary>
    public static (string Json, int Bytes) Reviewed(string json, ReceiptIndexRow receipt) => Sized(JsonSerializer.Deserialize<ResultDocument>(json, OcrJson.Options)! with
    {
        Revision = RevisionEntry.Of(receipt),
        Corrections = CorrectionEntry.Of(receipt),
    });

    /// <summary>A stored document with other marks.</summary>
    public static (string Json, int Bytes) Marked(string json, DuplicateMarks marks) => Sized(JsonSerializer.Deserialize<ResultDocument>(json, OcrJson.Options)! with
    {
        DuplicateOf = marks.Duplicate,
        PossibleDuplicateOf = marks.Possible,
        Decision = marks.Decision,
    });

    private static (string Json, int Bytes) Sized(ResultDocument document)
    {
        var json = JsonSerializer.Serialize(document with { Storage = document.Storage with { SizeBytes = 0 } }, OcrJson.Options);
        // Quotes within a text are escaped, so this matches only the property.
        var place = json.LastIndexOf(NoSize, StringComparison.Ordinal) + NoSize.Length - 1;
        var others = Encoding.UTF8.GetByteCount(json) - 1;
        // The number of its digits is part of the size.
        var digits = 1;
        while (Digits(others + digits) > digits)
        {
            digits++;
        }

        var size = others + digits;
        return (string.Concat(json.AsSpan(0, place), size.ToString(CultureInfo.InvariantCulture), json.AsSpan(place + 1)), size);
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private static ResultDocument Document(CompletedReceipt completed, DateTimeOffset storedAt)
    {
        var withCoordinates = completed.Batch.IncludeCoordinates;
        return new ResultDocument
        {
            RequestId = completed.Batch.RequestId,
            FileName = completed.Receipt.StoredName,
            ReceiptId = ReceiptIds.Of(completed.Receipt.ReceiptId),
            ProcessedAt = completed.CompletedAt,
            Processing = Processing(completed),
            OriginalText = completed.OriginalText,
            StructuredText = completed.Extraction?.StructuredText ?? "",
            Fields = FieldKeys.All.ToDictionary(key => key, completed.Value),
            Currency = completed.Currency,
            Words = [.. completed.Words.Select(word => DetectedWord.Of(word, withCoordinates))],
            Whatsapp = FullWhatsappMetadata.Of(completed.Receipt.Metadata),
            Validation = Judged.ToDictionary(item => item.Name, item => FieldValidation.Of(item.Key, completed.Field(item.Key))),
            ReceiptValidation = ReceiptValidation.Of(completed),
            Storage = new StorageInfo
            {
                FileName = completed.ResultFile,
                StoredAt = storedAt,
                CoordinatesIncluded = withCoordinates,
                WordsWithCoordinates = withCoordinates ? completed.Words.Count : 0,
                SizeBytes = 0,
            },
        };
    }

    private static ProcessingMetadata Processing(CompletedReceipt completed) => new()
    {
        Timestamp = completed.CompletedAt,
        Profile = completed.Batch.Profile,
        ProcessingSeconds = Numbers.Seconds(completed.Text?.ProcessingSeconds ?? 0),
        Method = completed.Text is null ? "" : completed.Text.CacheHit ? "ONNX_TR_CACHE_HIT" : "ONNX_TR_FRESH",
        CoordinatesAvailable = completed.Words.Count,
        ConfidenceAverage = Numbers.Confidence(completed.ConfidenceAverage),
        LayoutApplied = completed.Extraction?.LayoutApplied ?? false,
        Model = completed.Text?.Model ?? "",
        ImageWidth = completed.Text?.ImageWidth ?? 0,
        ImageHeight = completed.Text?.ImageHeight ?? 0,
        PageToImage = completed.Text?.PageToImage,
        CacheHit = completed.Text?.CacheHit ?? false,
        Errors = [.. Errors(completed)],
    };

    private static IEnumerable<string> Errors(CompletedReceipt completed)
    {
        if (completed.Error is { } error)
        {
            yield return $"{error.Code}: {error.Message}";
        }

        if (completed.Extraction?.Judgement is { ReasonCode: { } code } judgement)
        {
            yield return $"{code}: {judgement.Reason}";
        }
    }
}
