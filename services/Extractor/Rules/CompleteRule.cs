namespace Ocr.Extractor.Rules;

/// <summary>The fields that a receipt needs before it is paid out.</summary>
internal sealed record CompleteRule
{
    /// <summary>Keys that every receipt needs.</summary>
    public required IReadOnlyList<string> Always { get; init; }

    /// <summary>Lists of keys, at least one of which must be present completely.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];

    /// <summary>0–1: with the field model, a value of <see cref="Always"/> with lower confidence does not count.</summary>
    public double MinConfidence { get; init; }
}
