using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>What is recommended for a receipt.</summary>
/// <param name="Value"><see cref="Accept"/>, <see cref="Review"/> or <see cref="Reject"/>.</param>
/// <param name="Reasons">Empty for an accepted receipt.</param>
public sealed record Decision(
    [property: JsonPropertyName("valor")] string Value,
    [property: JsonPropertyName("motivos")] IReadOnlyList<DecisionReason> Reasons)
{
    /// <summary>The receipt can be accepted without a person.</summary>
    public const string Accept = "aceptar";

    /// <summary>A person must check the receipt.</summary>
    public const string Review = "revisar";

    /// <summary>The receipt is not acceptable.</summary>
    public const string Reject = "rechazar";
}

/// <summary>One reason of a decision.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">The reason in Spanish.</param>
/// <param name="Field">The field, or <see langword="null"/> for the whole receipt.</param>
public sealed record DecisionReason(
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Text,
    [property: JsonPropertyName("campo")] string? Field);

/// <summary>Judgement of the image as a whole.</summary>
public sealed record ReceiptValidation(
    [property: JsonPropertyName("es_recibo")] bool IsReceipt,
    [property: JsonPropertyName("puntaje")] double Score,
    [property: JsonPropertyName("codigo")] string? Code,
    [property: JsonPropertyName("motivo")] string? Reason,
    [property: JsonPropertyName("completo")] bool IsComplete,
    [property: JsonPropertyName("campos_faltantes")] IReadOnlyList<string> MissingFields,
    [property: JsonPropertyName("estado_pago")] string? PaymentState,
    [property: JsonPropertyName("estado_pago_texto")] string? PaymentStateText,
    [property: JsonPropertyName("estado_pago_confianza")] double? PaymentStateConfidence,
    [property: JsonPropertyName("recibos_en_imagen")] int? ReceiptsInImage);

/// <summary>The earlier receipt that a receipt repeats, or may repeat.</summary>
public sealed record DuplicateMark(
    [property: JsonPropertyName("nombre_archivo")] string FileName,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Reason);

/// <summary>Judgement of a field.</summary>
public sealed record FieldValidation(
    [property: JsonPropertyName("valid")] bool Valid,
    [property: JsonPropertyName("confianza")] double Confidence,
    [property: JsonPropertyName("origen")] FieldOrigin Origin,
    [property: JsonPropertyName("advertencias")] IReadOnlyList<string>? Warnings,
    [property: JsonPropertyName("notas")] IReadOnlyList<string>? Notes,
    [property: JsonPropertyName("reason")] string? Reason,
    [property: JsonPropertyName("masked")] bool Masked);

/// <summary>The rule and the words that a value was taken from.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Words">Positions in <see cref="ReceiptDocument.Words"/>.</param>
public sealed record FieldOrigin(
    [property: JsonPropertyName("regla")] string Rule,
    [property: JsonPropertyName("palabras")] IReadOnlyList<int> Words);
