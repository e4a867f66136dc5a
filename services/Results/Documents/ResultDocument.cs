using System.Text.Json.Serialization;
using Ocr.Results.Claims;

namespace Ocr.Results.Documents;

/// <summary>The individual JSON of a receipt (§2.1).</summary>
public sealed record ResultDocument
{
    /// <summary>Batch.</summary>
    [JsonPropertyName("request_id")]
    public required string RequestId { get; init; }

    /// <summary>Stored name.</summary>
    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    /// <summary>Opaque id of the receipt, for addresses in place of its name; absent in results of earlier releases.</summary>
    [JsonPropertyName("receipt_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReceiptId { get; init; }

    /// <summary>When the words were ready, UTC.</summary>
    [JsonPropertyName("timestamp_procesamiento")]
    public required DateTimeOffset ProcessedAt { get; init; }

    /// <summary>How it was read.</summary>
    [JsonPropertyName("processing_metadata")]
    public required ProcessingMetadata Processing { get; init; }

    /// <summary>Words in the order in which they were recognised.</summary>
    [JsonPropertyName("original_text_ocr")]
    public required string OriginalText { get; init; }

    /// <summary>Words in reading order.</summary>
    [JsonPropertyName("structured_text_ocr")]
    public required string StructuredText { get; init; }

    /// <summary>All sixteen keys, in the order of the specification.</summary>
    [JsonPropertyName("extracted_fields")]
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Currency of the amount: <c>BS</c>, <c>USD</c>, <c>USDT</c>; blank when none was read, absent in results of earlier releases.</summary>
    [JsonPropertyName("moneda"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("palabras_detectadas")]
    public required IReadOnlyList<DetectedWord> Words { get; init; }

    /// <summary>What the operator said.</summary>
    [JsonPropertyName("metadata_whatsapp")]
    public required FullWhatsappMetadata Whatsapp { get; init; }

    /// <summary>Judgement by field: <c>monto</c>, <c>telefono</c>, <c>cedula</c>, <c>fecha</c>, then the other fields.</summary>
    [JsonPropertyName("validacion_campos")]
    public required IReadOnlyDictionary<string, FieldValidation> Validation { get; init; }

    /// <summary>Judgement of the image as a whole; absent when it could not be read.</summary>
    [JsonPropertyName("validacion_recibo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceiptValidation? ReceiptValidation { get; init; }

    /// <summary>The earlier file whose image or payment this is; absent when there is none.</summary>
    [JsonPropertyName("duplicado_de"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateMark? DuplicateOf { get; init; }

    /// <summary>An earlier file whose payment this may be; absent when there is none.</summary>
    [JsonPropertyName("posible_duplicado"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateMark? PossibleDuplicateOf { get; init; }

    /// <summary>What is decided on it; absent in results of earlier releases.</summary>
    [JsonPropertyName("decision"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DecisionEntry? Decision { get; init; }

    /// <summary>What a person decided; absent in results of earlier releases.</summary>
    [JsonPropertyName("revision"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RevisionEntry? Revision { get; init; }

    /// <summary>Values that a person stated; empty when there are none, absent in results of earlier releases.</summary>
    [JsonPropertyName("correcciones"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CorrectionEntry>? Corrections { get; init; }

    /// <summary>About this document.</summary>
    [JsonPropertyName("info_guardado")]
    public required StorageInfo Storage { get; init; }
}

/// <summary>How a receipt was read.</summary>
public sealed record ProcessingMetadata
{
    /// <summary>When the words were ready, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Recognition profile.</summary>
    [JsonPropertyName("profile_used")]
    public required string Profile { get; init; }

    /// <summary>Seconds of recognition.</summary>
    [JsonPropertyName("processing_time")]
    public required double ProcessingSeconds { get; init; }

    /// <summary><c>ONNX_TR_FRESH</c> or <c>ONNX_TR_CACHE_HIT</c>; blank for an error.</summary>
    [JsonPropertyName("method_used")]
    public required string Method { get; init; }

    /// <summary>Number of words with coordinates.</summary>
    [JsonPropertyName("coordinates_available")]
    public required int CoordinatesAvailable { get; init; }

    /// <summary>Mean confidence, 0–1.</summary>
    [JsonPropertyName("confidence_average")]
    public required double ConfidenceAverage { get; init; }

    /// <summary>Whether the layout was rebuilt from boxes.</summary>
    [JsonPropertyName("logica_oro_aplicada")]
    public required bool LayoutApplied { get; init; }

    /// <summary>Model pack and version; blank for an error.</summary>
    [JsonPropertyName("model_used")]
    public required string Model { get; init; }

    /// <summary>Width of the page that the coordinates are pixels of; 0 for an error.</summary>
    [JsonPropertyName("image_width")]
    public required int ImageWidth { get; init; }

    /// <summary>Height of that page.</summary>
    [JsonPropertyName("image_height")]
    public required int ImageHeight { get; init; }

    /// <summary>
    /// Projection from that page to the image after EXIF rotation, nine numbers row by row; absent where the page is the image, and in results of earlier
    /// releases.
    /// </summary>
    [JsonPropertyName("page_to_image"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<double>? PageToImage { get; init; }

    /// <summary>Whether the words came from the cache.</summary>
    [JsonPropertyName("cache_hit")]
    public required bool CacheHit { get; init; }

    /// <summary>Why there is no text, or that it is no receipt's; empty on success.</summary>
    [JsonPropertyName("error_messages")]
    public required IReadOnlyList<string> Errors { get; init; }
}

/// <summary>About a stored document.</summary>
public sealed record StorageInfo
{
    /// <summary>Name of the result.</summary>
    [JsonPropertyName("archivo_guardado")]
    public required string FileName { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    [JsonPropertyName("timestamp_guardado")]
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Whether the words carry coordinates.</summary>
    [JsonPropertyName("coordenadas_incluidas")]
    public required bool CoordinatesIncluded { get; init; }

    /// <summary>Number of words with coordinates.</summary>
    [JsonPropertyName("palabras_con_coordenadas")]
    public required int WordsWithCoordinates { get; init; }

    /// <summary>Size of the document, bytes of UTF-8.</summary>
    [JsonPropertyName("size_bytes")]
    public required int SizeBytes { get; init; }
}
