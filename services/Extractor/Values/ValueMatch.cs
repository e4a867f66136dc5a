namespace Ocr.Extractor.Values;

/// <summary>A value that a grammar found in a run.</summary>
/// <param name="Start">First character in the run.</param>
/// <param name="End">Last character, exclusive.</param>
/// <param name="Value">In the grammar's form; a <see cref="Normalizer"/> gives it the one that is reported. As printed when there is a <see cref="Problem"/>.</param>
internal sealed record ValueMatch(int Start, int End, string Value)
{
    /// <summary>0–1: how surely these characters are such a value.</summary>
    public double Quality { get; init; } = 1;

    /// <summary>Spanish; why <see cref="Quality"/> is less than 1, where an operator should know.</summary>
    public string? Doubt { get; init; }

    /// <summary>Spanish; set when the characters stand where the value should but are none.</summary>
    public string? Problem { get; init; }

    public string? Format { get; init; }

    public string? Currency { get; init; }

    /// <summary>An amount's unit is printed with it.</summary>
    public bool HasUnit { get; init; }

    public string? Prefix { get; init; }

    public int? Length { get; init; }

    public string? Parsed { get; init; }

    public bool Masked { get; init; }

    public bool PrefixInferred { get; init; }
}
