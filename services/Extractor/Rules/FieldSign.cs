namespace Ocr.Extractor.Rules;

/// <summary>A sign that the fields give: seen when one of <see cref="Fields"/> was found, or when none of the signs of <see cref="None"/> is.</summary>
internal sealed record FieldSign
{
    /// <summary>Keys of fields, of which one is enough.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Characters that the value must have.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>Names of other field signs, none of which may be seen.</summary>
    public IReadOnlyList<string> None { get; init; } = [];
}
