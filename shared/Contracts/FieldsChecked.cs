namespace Ocr.Contracts;

/// <summary>Response of Extractor to <see cref="CheckFields"/>.</summary>
public sealed record FieldsChecked
{
    /// <summary>A field per typed value: normalized and valid, or as typed with the reason why it is not.</summary>
    public required IReadOnlyDictionary<string, ExtractedField> Fields { get; init; }
}
