using System.Text;
using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Writes the individual JSON of a receipt (§2.1).</summary>
internal static class DocumentWriter
{
    /// <summary>Name under which the date of the operation is judged.</summary>
    public const string Date = "fecha";

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
    public static (string Json, int Bytes) Write(Reading reading, DateTimeOffset storedAt) => Sized(Document(reading, storedAt));

    /// <summary>A document of this class with other marks.</summary>
    public static (string Json, int Bytes) Marked(string json, DuplicateMark? duplicate, DuplicateMark? possible) =>
        Sized(JsonSerializer.Deserialize<ResultDocument>(json, OcrJson.Options)! with { DuplicateOf = duplicate, PossibleDuplicateOf = possible });

    private static (string Json, int Bytes) Sized(ResultDocument document)
    {
        var size = 0;
        while (true)
        {
            var json = JsonSerializer.Serialize(document, OcrJson.Options);
            var bytes = Encoding.UTF8.GetByteCount(json);
            if (bytes == size)
            {
                return (json, bytes);
            }

            // The number of its digits is part of the size: this settles at the second or third turn.
            size = bytes;
            document = document with { Storage = document.Storage with { SizeBytes = size } };
        }
    }

    private static ResultDocument Document(Reading reading, DateTimeOffset storedAt)
    {
        var withCoordinates = reading.Batch.IncludeCoordinates;
        return new ResultDocument
        {
            RequestId = reading.Batch.RequestId,
            FileName = reading.Receipt.StoredName,
            ProcessedAt = reading.CompletedAt,
            Processing = Processing(reading),
            OriginalText = reading.OriginalText,
            StructuredText = reading.Extraction?.StructuredText ?? "",
            Fields = FieldKeys.All.ToDictionary(key => key, reading.Value),
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
