using System.Text.Json.Serialization;
using Ocr.Contracts;

namespace Ocr.Results.Documents;

/// <summary>The decision on a receipt, including its duplicates: <c>decision</c>.</summary>
public sealed record DecisionEntry(
    [property: JsonPropertyName("valor")] string Verdict,
    [property: JsonPropertyName("motivos")] IReadOnlyList<DecisionMotive> Reasons);

/// <summary>One reason of a decision.</summary>
public sealed record DecisionMotive(
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Text)
{
    /// <summary>Key of the field concerned; absent for the whole receipt.</summary>
    [JsonPropertyName("campo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>The reason as documents show it.</summary>
    /// <param name="reason">A reason of the extractor.</param>
    public static DecisionMotive Of(DecisionReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new DecisionMotive(reason.Code, reason.Text) { Field = reason.Field };
    }
}
