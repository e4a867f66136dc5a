using System.Text.Json.Serialization;

namespace Ocr.Results.Draws;

/// <summary>Counts of one draw. They count receipts, not readings.</summary>
public sealed record DrawEntry
{
    /// <summary>Date, <c>yyyyMMdd</c>.</summary>
    [JsonPropertyName("fechasorteo")]
    public required string Date { get; init; }

    /// <summary>Number or letter.</summary>
    [JsonPropertyName("numerosorteo")]
    public required string Number { get; init; }

    /// <summary>Cut-off: time of the last message that counts, <c>HH:mm</c>; absent when none is set.</summary>
    [JsonPropertyName("hora_cierre"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CutOff { get; init; }

    /// <summary>All receipts.</summary>
    [JsonPropertyName("recibos")]
    public required int Receipts { get; init; }

    /// <summary>Receipts by decision of the policy.</summary>
    [JsonPropertyName("por_decision")]
    public required DecisionCounts ByDecision { get; init; }

    /// <summary>Receipts by decision of people.</summary>
    [JsonPropertyName("por_revision")]
    public required ReviewCounts ByReview { get; init; }

    /// <summary>Receipts that can be paid out on.</summary>
    [JsonPropertyName("completos")]
    public required int Complete { get; init; }

    /// <summary>Receipts that repeat an earlier one.</summary>
    [JsonPropertyName("duplicados")]
    public required int Duplicates { get; init; }

    /// <summary>Receipts that may repeat an earlier one.</summary>
    [JsonPropertyName("posibles_duplicados")]
    public required int PossibleDuplicates { get; init; }

    /// <summary>Receipts with corrections.</summary>
    [JsonPropertyName("corregidos")]
    public required int Corrected { get; init; }

    /// <summary>Receipts that could not be read.</summary>
    [JsonPropertyName("con_error")]
    public required int Failed { get; init; }

    /// <summary>Receipts of messages after the cut-off; 0 when none is set.</summary>
    [JsonPropertyName("despues_del_cierre")]
    public int Late { get; init; }
}

/// <summary>Receipts by decision of the policy.</summary>
public sealed record DecisionCounts(
    [property: JsonPropertyName("aceptar")] int Accept,
    [property: JsonPropertyName("revisar")] int Review,
    [property: JsonPropertyName("rechazar")] int Reject);

/// <summary>Receipts by decision of people.</summary>
public sealed record ReviewCounts(
    [property: JsonPropertyName("pendiente")] int Pending,
    [property: JsonPropertyName("aceptado")] int Accepted,
    [property: JsonPropertyName("rechazado")] int Rejected);

/// <summary>Amounts of one currency, of one bank or of all. Receipts without a readable amount count in the draw only.</summary>
public sealed record DrawTotal(
    [property: JsonPropertyName("moneda")] string Currency,
    [property: JsonPropertyName("banco"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Bank,
    [property: JsonPropertyName("recibos")] int Receipts,
    [property: JsonPropertyName("monto")] string Amount,
    [property: JsonPropertyName("recibos_aceptados")] int AcceptedReceipts,
    [property: JsonPropertyName("monto_aceptado")] string AcceptedAmount);

/// <summary>Response of <c>GET /api/draws</c>, the latest first.</summary>
public sealed record DrawList(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("sorteos")] IReadOnlyList<DrawEntry> Draws);

/// <summary>Response of <c>GET /api/draws/{fechasorteo}/{numerosorteo}</c>.</summary>
public sealed record DrawResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("sorteo")] DrawEntry Draw,
    [property: JsonPropertyName("totales_por_moneda")] IReadOnlyList<DrawTotal> ByCurrency,
    [property: JsonPropertyName("totales_por_banco")] IReadOnlyList<DrawTotal> ByBank);
