using System.Text.Json.Serialization;
using Ocr.Results.Claims;

namespace Ocr.Results.Documents;

/// <summary>One result in the list of processed files (§1.2).</summary>
public sealed record ListingEntry
{
    /// <summary>Name of the result.</summary>
    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    /// <summary>Stored name of the receipt.</summary>
    [JsonPropertyName("original_filename")]
    public required string OriginalFileName { get; init; }

    /// <summary>Opaque id of the receipt, for addresses in place of its name; absent in results of earlier releases.</summary>
    [JsonPropertyName("receipt_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReceiptId { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    [JsonPropertyName("processed_at")]
    public required DateTimeOffset ProcessedAt { get; init; }

    /// <summary>Whether any word was read.</summary>
    [JsonPropertyName("has_ocr_data")]
    public required bool HasText { get; init; }

    /// <summary>Whether the words carry coordinates.</summary>
    [JsonPropertyName("has_coordinates")]
    public required bool HasCoordinates { get; init; }

    /// <summary>Number of words.</summary>
    [JsonPropertyName("word_count")]
    public required int WordCount { get; init; }

    /// <summary>Characters.</summary>
    [JsonPropertyName("text_length")]
    public required int TextLength { get; init; }

    /// <summary>0–1.</summary>
    [JsonPropertyName("confidence_average")]
    public required double ConfidenceAverage { get; init; }

    /// <summary>Start of the text, with an ellipsis when there is more.</summary>
    [JsonPropertyName("text_preview")]
    public required string Preview { get; init; }

    /// <summary>Size of the individual JSON, bytes.</summary>
    [JsonPropertyName("size_bytes")]
    public required int SizeBytes { get; init; }

    /// <summary>The five fields that a list shows.</summary>
    [JsonPropertyName("fields_extracted")]
    public required ListingFields Fields { get; init; }

    /// <summary>Currency of the amount: <c>BS</c>, <c>USD</c>, <c>USDT</c>; blank when none was read, absent in results of earlier releases.</summary>
    [JsonPropertyName("moneda"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>State of the payment; absent when it was not judged.</summary>
    [JsonPropertyName("estado_pago"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    /// <summary>Number of receipts that the image shows; absent when it was not judged.</summary>
    [JsonPropertyName("recibos_en_imagen"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ReceiptsInImage { get; init; }

    /// <summary>The decision; absent in results of earlier releases.</summary>
    [JsonPropertyName("decision"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DecisionEntry? Decision { get; init; }

    /// <summary>The earlier file whose image or payment this is; absent when there is none.</summary>
    [JsonPropertyName("duplicado_de"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateMark? DuplicateOf { get; init; }

    /// <summary>An earlier file whose payment this may be; absent when there is none.</summary>
    [JsonPropertyName("posible_duplicado"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateMark? PossibleDuplicateOf { get; init; }
}

/// <summary>The fields that a list shows.</summary>
public sealed record ListingFields(
    [property: JsonPropertyName("monto")] string Amount,
    [property: JsonPropertyName("referencia")] string Reference,
    [property: JsonPropertyName("telefono")] string Phone,
    [property: JsonPropertyName("banco_origen")] string OriginBank,
    [property: JsonPropertyName("concepto")] string Concept);
