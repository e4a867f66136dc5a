namespace Ocr.Extractor.Rules;

/// <summary>What a receipt needs to be paid out on.</summary>
internal sealed record CompleteRule
{
    /// <summary>Keys that no receipt may lack.</summary>
    public required IReadOnlyList<string> Always { get; init; }

    /// <summary>Lists of keys, one of which must be there as a whole.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];
}
