using System.Text.Json.Serialization;
using Ocr.Results.Claims;

namespace Ocr.Results.Documents;

/// <summary>One receipt in the consolidated JSON (§1.3).</summary>
public sealed record ConsolidatedEntry
{
    /// <summary>Stored name.</summary>
    [JsonPropertyName("nombre_archivo")]
    public required string FileName { get; init; }

    /// <summary>Opaque id of the receipt, for addresses in place of its name; absent in results of earlier releases.</summary>
    [JsonPropertyName("receipt_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReceiptId { get; init; }

    /// <summary>Message text.</summary>
    [JsonPropertyName("caption")]
    public required string Caption { get; init; }

    /// <summary>Free field of the upload; without one, the batch.</summary>
    [JsonPropertyName("otro")]
    public required string Other { get; init; }

    /// <summary>Reference.</summary>
    [JsonPropertyName("referencia")]
    public required string Reference { get; init; }

    /// <summary>Payer's bank.</summary>
    [JsonPropertyName("bancoorigen")]
    public required string OriginBank { get; init; }

    /// <summary>Amount.</summary>
    [JsonPropertyName("monto")]
    public required string Amount { get; init; }

    /// <summary>Currency of the amount: <c>BS</c>, <c>USD</c>, <c>USDT</c>; blank when none was read, absent in results of earlier releases.</summary>
    [JsonPropertyName("moneda"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>Who was paid.</summary>
    [JsonPropertyName("datosbeneficiario")]
    public required Beneficiary Beneficiary { get; init; }

    /// <summary>Date of the operation.</summary>
    [JsonPropertyName("pago_fecha")]
    public required string Date { get; init; }

    /// <summary>Free text of the payer.</summary>
    [JsonPropertyName("concepto")]
    public required string Concept { get; init; }

    /// <summary>Kind of payment.</summary>
    [JsonPropertyName("tipo_transaccion")]
    public required string Kind { get; init; }

    /// <summary>Time of the operation.</summary>
    [JsonPropertyName("hora_operacion")]
    public required string Time { get; init; }

    /// <summary>Number of the operation.</summary>
    [JsonPropertyName("numero_operacion")]
    public required string OperationNumber { get; init; }

    /// <summary>Mean confidence, 0–1.</summary>
    [JsonPropertyName("confianza_promedio")]
    public required double ConfidenceAverage { get; init; }

    /// <summary>Number of words.</summary>
    [JsonPropertyName("palabras_detectadas")]
    public required int WordCount { get; init; }

    /// <summary>Metadata from the operator.</summary>
    [JsonPropertyName("metadata_whatsapp")]
    public required WhatsappMetadata Whatsapp { get; init; }

    /// <summary>Judgement of the image as a whole; absent when it could not be read.</summary>
    [JsonPropertyName("validacion_recibo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceiptValidation? ReceiptValidation { get; init; }

    /// <summary>The earlier file whose image or payment this is; absent when there is none.</summary>
    [JsonPropertyName("duplicado_de"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateMark? DuplicateOf { get; init; }

    /// <summary>An earlier file whose payment this may be; absent when there is none.</summary>
    [JsonPropertyName("posible_duplicado"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateMark? PossibleDuplicateOf { get; init; }

    /// <summary>The decision; absent in results of earlier releases.</summary>
    [JsonPropertyName("decision"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DecisionEntry? Decision { get; init; }

    /// <summary>The decision of a person; absent in results of earlier releases.</summary>
    [JsonPropertyName("revision"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RevisionEntry? Revision { get; init; }

    /// <summary>Corrected values; empty when there are none, absent in results of earlier releases.</summary>
    [JsonPropertyName("correcciones"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CorrectionEntry>? Corrections { get; init; }

    /// <summary>Why there are no fields; absent on success.</summary>
    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntryError? Error { get; init; }
}

/// <summary>Who was paid; the name is the printed one, else the sender's.</summary>
public sealed record Beneficiary(
    [property: JsonPropertyName("cedula")] string Document,
    [property: JsonPropertyName("telefono")] string Phone,
    [property: JsonPropertyName("banco_destino")] string Bank,
    [property: JsonPropertyName("nombre")] string Name);

/// <summary>Why a receipt has an error result.</summary>
public sealed record EntryError(
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("mensaje")] string Message);
