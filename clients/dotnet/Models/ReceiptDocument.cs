using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>The individual JSON of a receipt. Keys that are not listed here are in <see cref="Json"/>.</summary>
// Setters, because generated code passes absent keys to init accessors as null.
public sealed record ReceiptDocument
{
    /// <summary>The batch that read the receipt.</summary>
    [JsonPropertyName("request_id")]
    public string RequestId { get; set; } = "";

    /// <summary>Opaque id.</summary>
    [JsonPropertyName("receipt_id")]
    public string ReceiptId { get; set; } = "";

    /// <summary>Stored name.</summary>
    [JsonPropertyName("filename")]
    public string FileName { get; set; } = "";

    /// <summary>The sixteen fields by their documented keys; blank when not found.</summary>
    [JsonPropertyName("extracted_fields")]
    public IReadOnlyDictionary<string, string> Fields { get; set; } = new Dictionary<string, string>();

    /// <summary>Judgement of each field.</summary>
    [JsonPropertyName("validacion_campos")]
    public IReadOnlyDictionary<string, FieldValidation> FieldValidations { get; set; } = new Dictionary<string, FieldValidation>();

    /// <summary>What is recommended.</summary>
    [JsonPropertyName("decision")]
    public Decision? Decision { get; set; }

    /// <summary>Judgement of the image as a whole.</summary>
    [JsonPropertyName("validacion_recibo")]
    public ReceiptValidation? Validation { get; set; }

    /// <summary>The earlier receipt that this one repeats.</summary>
    [JsonPropertyName("duplicado_de")]
    public DuplicateMark? DuplicateOf { get; set; }

    /// <summary>The earlier receipt that this one may repeat.</summary>
    [JsonPropertyName("posible_duplicado")]
    public DuplicateMark? PossibleDuplicate { get; set; }

    /// <summary><c>BS</c>, <c>USD</c> or <c>USDT</c>; blank when not read.</summary>
    [JsonPropertyName("moneda")]
    public string Currency { get; set; } = "";

    /// <summary>The words, in the order of the page.</summary>
    [JsonPropertyName("palabras_detectadas")]
    public IReadOnlyList<Word> Words { get; set; } = [];

    /// <summary>The message that contained the image.</summary>
    [JsonPropertyName("metadata_whatsapp")]
    public IReadOnlyDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();

    /// <summary>How the image was read.</summary>
    [JsonPropertyName("processing_metadata")]
    public ProcessingMetadata Processing { get; set; } = new("", 0, 0, []);

    /// <summary>The complete document.</summary>
    [JsonIgnore]
    public JsonElement Json { get; internal set; }

    /// <summary>Reads a document.</summary>
    internal static ReceiptDocument Of(JsonElement json)
    {
        var document = json.Deserialize(ModelContext.Default.ReceiptDocument) ?? throw new JsonException("The document is null.");
        document.Json = json;
        return document;
    }
}

/// <summary>A word.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Coordinates">x and y of the first corner, x and y of the last, in pixels.</param>
public sealed record Word(
    [property: JsonPropertyName("texto")] string Text,
    [property: JsonPropertyName("confianza")] double Confidence,
    [property: JsonPropertyName("coordenadas")] IReadOnlyList<int>? Coordinates);

/// <summary>How an image was read.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Seconds">Time of the inference.</param>
/// <param name="Confidence">Average confidence of the words, 0–1.</param>
/// <param name="Errors">Why the image could not be read, or is not a receipt.</param>
public sealed record ProcessingMetadata(
    [property: JsonPropertyName("profile_used")] string Profile,
    [property: JsonPropertyName("processing_time")] double Seconds,
    [property: JsonPropertyName("confidence_average")] double Confidence,
    [property: JsonPropertyName("error_messages")] IReadOnlyList<string> Errors);

/// <summary>A read that is not finished. The keys exist in no other response together.</summary>
internal sealed record PendingRead(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("receipt_id")] string ReceiptId);
