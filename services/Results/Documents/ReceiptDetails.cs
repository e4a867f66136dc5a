using System.Text.Json;
using System.Text.Json.Serialization;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Documents;

/// <summary>Values of a receipt that lists and exports show but that are not searched.</summary>
internal sealed record ReceiptDetails
{
    /// <summary>Values with the corrections applied; blank ones are absent.</summary>
    [JsonPropertyName("campos")]
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Keys that are missing for a complete receipt.</summary>
    [JsonPropertyName("faltan")]
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Doubts about uncorrected fields, Spanish.</summary>
    [JsonPropertyName("dudas")]
    public required IReadOnlyList<FieldDoubt> Doubts { get; init; }

    /// <summary>Reasons of the decision.</summary>
    [JsonPropertyName("motivos")]
    public required IReadOnlyList<DecisionMotive> Reasons { get; init; }

    /// <summary>Beneficiary's printed name, else the sender's.</summary>
    [JsonPropertyName("beneficiario")]
    public required string Beneficiary { get; init; }

    /// <summary>Sentence of the error; <see langword="null"/> for a receipt that was read.</summary>
    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>A value; blank when there is none.</summary>
    public string this[string key] => Fields.GetValueOrDefault(key, "");

    public static ReceiptDetails Read(string json) => JsonSerializer.Deserialize<ReceiptDetails>(json, OcrJson.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, OcrJson.Options);
}

/// <summary>A doubt about a field.</summary>
public sealed record FieldDoubt(
    [property: JsonPropertyName("campo")] string Field,
    [property: JsonPropertyName("motivo")] string Reason);
