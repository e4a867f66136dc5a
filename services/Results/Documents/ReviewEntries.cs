using System.Text.Json;
using System.Text.Json.Serialization;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>The decision of a person on a receipt: <c>revision</c>. Person, time and reason are absent while nothing is decided.</summary>
public sealed record RevisionEntry
{
    /// <summary><c>pendiente</c>, <c>aceptado</c> or <c>rechazado</c>.</summary>
    [JsonPropertyName("estado")]
    public required string State { get; init; }

    /// <summary>Person who decided.</summary>
    [JsonPropertyName("persona"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Person { get; init; }

    /// <summary>Time of the decision, UTC.</summary>
    [JsonPropertyName("fecha"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }

    /// <summary>Reason of the decision.</summary>
    [JsonPropertyName("motivo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The review of a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    public static RevisionEntry Of(ReceiptIndexRow receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return new() { State = receipt.Review.Name(), Person = receipt.ReviewedBy, At = receipt.ReviewedAt, Reason = receipt.ReviewReason };
    }
}

/// <summary>The corrected value of a field, with the value that was read: an entry of <c>correcciones</c>.</summary>
public sealed record CorrectionEntry
{
    /// <summary>Key of the field.</summary>
    [JsonPropertyName("campo")]
    public required string Field { get; init; }

    /// <summary>The value of the current reading.</summary>
    [JsonPropertyName("leido")]
    public required string Read { get; init; }

    /// <summary>The corrected value; blank when the receipt does not show one.</summary>
    [JsonPropertyName("valor")]
    public required string Value { get; init; }

    /// <summary>Currency of a corrected amount.</summary>
    [JsonPropertyName("moneda"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>Person who corrected it.</summary>
    [JsonPropertyName("persona")]
    public required string Person { get; init; }

    /// <summary>Time of the correction, UTC.</summary>
    [JsonPropertyName("fecha")]
    public required DateTimeOffset At { get; init; }

    /// <summary>The corrections of a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    public static IReadOnlyList<CorrectionEntry> Of(ReceiptIndexRow? receipt) =>
        receipt?.Corrections is { } json ? JsonSerializer.Deserialize<List<CorrectionEntry>>(json, OcrJson.Options)! : [];

    /// <summary>The stored form; <see langword="null"/> for none.</summary>
    internal static string? ToJson(IReadOnlyList<CorrectionEntry> corrections) =>
        corrections.Count == 0 ? null : JsonSerializer.Serialize(corrections, OcrJson.Options);
}
