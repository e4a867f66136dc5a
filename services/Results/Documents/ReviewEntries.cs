using System.Text.Json;
using System.Text.Json.Serialization;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>What a person decided on a receipt: <c>revision</c>. Person, time and reason are absent while nothing is decided.</summary>
public sealed record RevisionEntry
{
    /// <summary><c>pendiente</c>, <c>aceptado</c> or <c>rechazado</c>.</summary>
    [JsonPropertyName("estado")]
    public required string State { get; init; }

    /// <summary>Who decided.</summary>
    [JsonPropertyName("persona"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Person { get; init; }

    /// <summary>When, UTC.</summary>
    [JsonPropertyName("fecha"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("motivo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>That of a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    public static RevisionEntry Of(ReceiptRow receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return new() { State = receipt.Review.Name(), Person = receipt.ReviewedBy, At = receipt.ReviewedAt, Reason = receipt.ReviewReason };
    }
}

/// <summary>The value that a person stated for a field, beside the value that was read: an entry of <c>correcciones</c>.</summary>
public sealed record CorrectionEntry
{
    /// <summary>Key of the field.</summary>
    [JsonPropertyName("campo")]
    public required string Field { get; init; }

    /// <summary>The value of the current reading.</summary>
    [JsonPropertyName("leido")]
    public required string Read { get; init; }

    /// <summary>The stated value; blank when the receipt does not show one.</summary>
    [JsonPropertyName("valor")]
    public required string Value { get; init; }

    /// <summary>Currency of a corrected amount.</summary>
    [JsonPropertyName("moneda"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>Who stated it.</summary>
    [JsonPropertyName("persona")]
    public required string Person { get; init; }

    /// <summary>When, UTC.</summary>
    [JsonPropertyName("fecha")]
    public required DateTimeOffset At { get; init; }

    /// <summary>Those of a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    public static IReadOnlyList<CorrectionEntry> Of(ReceiptRow? receipt) =>
        receipt?.Corrections is { } json ? JsonSerializer.Deserialize<List<CorrectionEntry>>(json, OcrJson.Options)! : [];

    /// <summary>The stored form; <see langword="null"/> for none.</summary>
    internal static string? ToJson(IReadOnlyList<CorrectionEntry> corrections) =>
        corrections.Count == 0 ? null : JsonSerializer.Serialize(corrections, OcrJson.Options);
}
