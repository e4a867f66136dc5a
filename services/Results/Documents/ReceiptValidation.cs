using System.Text.Json.Serialization;
using Ocr.Contracts;

namespace Ocr.Results.Documents;

/// <summary>Whether an image shows a receipt at all. It is an addition to the documented keys, and no field depends on it.</summary>
public sealed record ReceiptValidation
{
    /// <summary>False for a chat, a note, another app, a picture without text.</summary>
    [JsonPropertyName("es_recibo")]
    public required bool IsReceipt { get; init; }

    /// <summary>0–1.</summary>
    [JsonPropertyName("puntaje")]
    public required double Score { get; init; }

    /// <summary>Stable code of why not; absent for a receipt.</summary>
    [JsonPropertyName("codigo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>Why not, a Spanish sentence; absent for a receipt.</summary>
    [JsonPropertyName("motivo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>
    /// Whether it can be paid out on: reference, amount and payer's bank are there, and the beneficiary's document, or phone and bank.
    /// </summary>
    [JsonPropertyName("completo")]
    public required bool Complete { get; init; }

    /// <summary>Keys that are missing for a complete receipt; empty when complete.</summary>
    [JsonPropertyName("campos_faltantes")]
    public required IReadOnlyList<string> MissingFields { get; init; }

    /// <summary>State of the payment, <see cref="PaymentStates"/>; absent in results of releases without it.</summary>
    [JsonPropertyName("estado_pago"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    /// <summary>The words that show the state, as printed; absent when there are none.</summary>
    [JsonPropertyName("estado_pago_texto"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StateText { get; init; }

    /// <summary>0–1: certainty of this state.</summary>
    [JsonPropertyName("estado_pago_confianza"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? StateConfidence { get; init; }

    /// <summary>Number of receipts that the image shows.</summary>
    [JsonPropertyName("recibos_en_imagen"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ReceiptsInImage { get; init; }

    /// <summary>Evidence for a receipt.</summary>
    [JsonPropertyName("a_favor")]
    public required IReadOnlyList<string> For { get; init; }

    /// <summary>Evidence against a receipt.</summary>
    [JsonPropertyName("en_contra")]
    public required IReadOnlyList<string> Against { get; init; }

    /// <summary>The validation of a reading; null when it was not judged.</summary>
    internal static ReceiptValidation? Of(CompletedReceipt completed) => completed.Extraction is not { Judgement: { } judgement } extraction ? null : new ReceiptValidation
    {
        IsReceipt = judgement.ReasonCode is null,
        Score = Numbers.Confidence(judgement.Score),
        Code = judgement.ReasonCode,
        Reason = judgement.Reason,
        Complete = extraction.Complete,
        MissingFields = extraction.MissingFields,
        State = judgement.State,
        StateText = judgement.StateText,
        StateConfidence = Numbers.Confidence(judgement.StateConfidence),
        ReceiptsInImage = judgement.ReceiptsInImage,
        For = judgement.For,
        Against = judgement.Against,
    };
}
