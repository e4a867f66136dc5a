using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>The consolidated results of a batch.</summary>
public sealed record BatchResults(
    [property: JsonPropertyName("extraccion_completa")] BatchSummary Summary,
    [property: JsonPropertyName("resultados")] IReadOnlyList<ReceiptResult> Results);

/// <summary>Counts of a batch.</summary>
public sealed record BatchSummary(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("fecha_extraccion")] DateTimeOffset ExtractedAt,
    [property: JsonPropertyName("total_archivos")] int Total,
    [property: JsonPropertyName("archivos_exitosos")] int Succeeded,
    [property: JsonPropertyName("archivos_con_error")] int Failed);

/// <summary>One receipt of a batch. Fields that were not found are blank.</summary>
public sealed record ReceiptResult
{
    /// <summary>Stored name.</summary>
    [JsonPropertyName("nombre_archivo")]
    public string FileName { get; set; } = "";

    /// <summary>Opaque id.</summary>
    [JsonPropertyName("receipt_id")]
    public string? ReceiptId { get; set; }

    /// <summary>Text of the message.</summary>
    [JsonPropertyName("caption")]
    public string Caption { get; set; } = "";

    /// <summary>Reference of the payment.</summary>
    [JsonPropertyName("referencia")]
    public string Reference { get; set; } = "";

    /// <summary>Amount, decimal with a point.</summary>
    [JsonPropertyName("monto")]
    public string Amount { get; set; } = "";

    /// <summary><c>BS</c>, <c>USD</c> or <c>USDT</c>.</summary>
    [JsonPropertyName("moneda")]
    public string? Currency { get; set; }

    /// <summary>Bank of the payer.</summary>
    [JsonPropertyName("bancoorigen")]
    public string PayerBank { get; set; } = "";

    /// <summary>Who receives the payment.</summary>
    [JsonPropertyName("datosbeneficiario")]
    public Beneficiary Beneficiary { get; set; } = new("", "", "", "");

    /// <summary>Date of the payment as printed.</summary>
    [JsonPropertyName("pago_fecha")]
    public string PaidOn { get; set; } = "";

    /// <summary>Time of the payment.</summary>
    [JsonPropertyName("hora_operacion")]
    public string PaidAt { get; set; } = "";

    /// <summary>Concept.</summary>
    [JsonPropertyName("concepto")]
    public string Concept { get; set; } = "";

    /// <summary>Kind of the operation.</summary>
    [JsonPropertyName("tipo_transaccion")]
    public string Kind { get; set; } = "";

    /// <summary>Number of the operation.</summary>
    [JsonPropertyName("numero_operacion")]
    public string OperationNumber { get; set; } = "";

    /// <summary>Average confidence of the words, 0–1.</summary>
    [JsonPropertyName("confianza_promedio")]
    public double Confidence { get; set; }

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

    /// <summary>Why the image could not be read.</summary>
    [JsonPropertyName("error")]
    public ReceiptError? Error { get; set; }
}

/// <summary>Who receives the payment.</summary>
public sealed record Beneficiary(
    [property: JsonPropertyName("cedula")] string Document,
    [property: JsonPropertyName("telefono")] string Phone,
    [property: JsonPropertyName("banco_destino")] string Bank,
    [property: JsonPropertyName("nombre")] string Name);

/// <summary>Why an image could not be read.</summary>
public sealed record ReceiptError(
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("mensaje")] string Message);
