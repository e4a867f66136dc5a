namespace Ocr.Extractor.Rules;

/// <summary>A sign of the fields: present when one of <see cref="Fields"/> was found, or when no sign of <see cref="None"/> is present.</summary>
internal sealed record FieldSign
{
    /// <summary>Keys of fields, one of which is sufficient.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Minimum length of the value.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>Names of other field signs, none of which may be present.</summary>
    public IReadOnlyList<string> None { get; init; } = [];
}
