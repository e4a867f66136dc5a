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
    /// <summary>Name under which the date of the operation is judged.</summary>
    public const string Date = "fecha";

    private const string NoSize = "\"size_bytes\":0";

    // The four that the specification shows stand first, then the others in their usual order.
    private static readonly (string Name, string Key)[] Judged =
    [
        (FieldKeys.Monto, FieldKeys.Monto), (FieldKeys.Telefono, FieldKeys.Telefono),
        (FieldKeys.Cedula, FieldKeys.Cedula), (Date, FieldKeys.FechaOperacion),
        .. FieldKeys.All
            .Except([FieldKeys.Monto, FieldKeys.Telefono, FieldKeys.Cedula, FieldKeys.FechaOperacion])
            .Select(key => (key, key)),
    ];

    /// <summary>The JSON and its size in bytes, which stands in it.</summary>
    public static (string Json, int Bytes) Write(Reading reading, DateTimeOffset storedAt, Marks marks, ReceiptRow? receipt = null) => Sized(Document(reading, storedAt) with
    {
        DuplicateOf = marks.Duplicate,
        PossibleDuplicateOf = marks.Possible,
        Decision = marks.Decision,
        Revision = receipt is null ? null : RevisionEntry.Of(receipt),
        Corrections = CorrectionEntry.Of(receipt),
    });

    /// <summary>A document of this class with the review of its receipt.</summary>
    public static (string Json, int Bytes) Reviewed(string json, ReceiptRow receipt) => Sized(JsonSerializer.Deserialize<ResultDocument>(json, OcrJson.Options)! with
    {
        Revision = RevisionEntry.Of(receipt),
        Corrections = CorrectionEntry.Of(receipt),
    });

    /// <summary>A document of this class with other marks.</summary>
    public static (string Json, int Bytes) Marked(string json, Marks marks) => Sized(JsonSerializer.Deserialize<ResultDocument>(json, OcrJson.Options)! with
    {
        DuplicateOf = marks.Duplicate,
        PossibleDuplicateOf = marks.Possible,
        Decision = marks.Decision,
    });

    private static (string Json, int Bytes) Sized(ResultDocument document)
    {
        var json = JsonSerializer.Serialize(document with { Storage = document.Storage with { SizeBytes = 0 } }, OcrJson.Options);
        // Within a text the quotes would be escaped, so that this is the property and nothing else.
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

    private static ResultDocument Document(Reading reading, DateTimeOffset storedAt)
    {
        var withCoordinates = reading.Batch.IncludeCoordinates;
        return new ResultDocument
        {
            RequestId = reading.Batch.RequestId,
            FileName = reading.Receipt.StoredName,
            ReceiptId = ReceiptIds.Of(reading.Receipt.ReceiptId),
            ProcessedAt = reading.CompletedAt,
            Processing = Processing(reading),
            OriginalText = reading.OriginalText,
            StructuredText = reading.Extraction?.StructuredText ?? "",
            Fields = FieldKeys.All.ToDictionary(key => key, reading.Value),
            Currency = reading.Currency,
            Words = [.. reading.Words.Select(word => DetectedWord.Of(word, withCoordinates))],
            Whatsapp = FullWhatsappMetadata.Of(reading.Receipt.Metadata),
            Validation = Judged.ToDictionary(item => item.Name, item => FieldValidation.Of(item.Key, reading.Field(item.Key))),
            ReceiptValidation = ReceiptValidation.Of(reading),
            Storage = new StorageInfo
            {
                FileName = reading.ResultFile,
                StoredAt = storedAt,
                CoordinatesIncluded = withCoordinates,
                WordsWithCoordinates = withCoordinates ? reading.Words.Count : 0,
                SizeBytes = 0,
            },
        };
    }

    private static ProcessingMetadata Processing(Reading reading) => new()
    {
        Timestamp = reading.CompletedAt,
        Profile = reading.Batch.Profile,
        ProcessingSeconds = Numbers.Seconds(reading.Text?.ProcessingSeconds ?? 0),
        Method = reading.Text is null ? "" : reading.Text.CacheHit ? "ONNX_TR_CACHE_HIT" : "ONNX_TR_FRESH",
        CoordinatesAvailable = reading.Words.Count,
        ConfidenceAverage = Numbers.Confidence(reading.ConfidenceAverage),
        LayoutApplied = reading.Extraction?.LayoutApplied ?? false,
        Model = reading.Text?.Model ?? "",
        ImageWidth = reading.Text?.ImageWidth ?? 0,
        ImageHeight = reading.Text?.ImageHeight ?? 0,
        PageToImage = reading.Text?.PageToImage,
        CacheHit = reading.Text?.CacheHit ?? false,
        Errors = [.. Errors(reading)],
    };

    private static IEnumerable<string> Errors(Reading reading)
    {
        if (reading.Error is { } error)
        {
            yield return $"{error.Code}: {error.Message}";
        }

        if (reading.Extraction?.Judgement is { ReasonCode: { } code } judgement)
        {
            yield return $"{code}: {judgement.Reason}";
        }
    }
}
