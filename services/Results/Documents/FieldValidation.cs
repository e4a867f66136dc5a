using System.Text.Json.Serialization;
using Ocr.Contracts;

namespace Ocr.Results.Documents;

/// <summary>Validation of one field, with the source of its value. Keys that do not apply to a field are absent.</summary>
public sealed record FieldValidation
{
    /// <summary>Whether the value passes its validator; false for a blank one.</summary>
    [JsonPropertyName("valid")]
    public required bool Valid { get; init; }

    /// <summary>Why not, or why it is blank; Spanish.</summary>
    [JsonPropertyName("reason"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Doubts about a value that do not make it invalid, Spanish; absent when there are none.</summary>
    [JsonPropertyName("advertencias"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Notes about a value that do not make it doubtful, Spanish; absent when there are none.</summary>
    [JsonPropertyName("notas"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Name of the format.</summary>
    [JsonPropertyName("format"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    /// <summary>Currency of an amount.</summary>
    [JsonPropertyName("currency"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>The value, of an amount.</summary>
    [JsonPropertyName("normalized"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Normalized { get; init; }

    /// <summary>Phone prefix, document letter or bank code.</summary>
    [JsonPropertyName("prefix"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }

    /// <summary>Number of digits.</summary>
    [JsonPropertyName("length"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }

    /// <summary>ISO form of a date.</summary>
    [JsonPropertyName("parsed"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parsed { get; init; }

    /// <summary>True when part of the value is masked.</summary>
    [JsonPropertyName("masked"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Masked { get; init; }

    /// <summary>True when a document was printed without its letter.</summary>
    [JsonPropertyName("prefix_inferred"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PrefixInferred { get; init; }

    /// <summary>0–1.</summary>
    [JsonPropertyName("confianza")]
    public required double Confidence { get; init; }

    /// <summary>Source of the value.</summary>
    [JsonPropertyName("origen")]
    public required FieldOrigin Origin { get; init; }

    /// <summary>The validation of a field.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="field">The field.</param>
    public static FieldValidation Of(string key, ExtractedField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new FieldValidation
        {
            Valid = field.Valid,
            Reason = field.Reason,
            Warnings = field.Warnings.Count > 0 ? field.Warnings : null,
            Notes = field.Notes.Count > 0 ? field.Notes : null,
            Format = field.Format,
            Currency = field.Currency,
            Normalized = key == FieldKeys.Monto && field.Value.Length > 0 ? field.Value : null,
            Prefix = field.Prefix,
            Length = field.Length,
            Parsed = field.Parsed,
            Masked = field.Masked,
            PrefixInferred = field.PrefixInferred,
            Confidence = Numbers.Confidence(field.Confidence),
            Origin = new FieldOrigin(field.Rule ?? "", field.WordIndexes),
        };
    }
}

/// <summary>The rule that fired (blank when none did) and the indices of its words in <c>palabras_detectadas</c>.</summary>
public sealed record FieldOrigin(
    [property: JsonPropertyName("regla")] string Rule,
    [property: JsonPropertyName("palabras")] IReadOnlyList<int> WordIndexes);
