using Ocr.Contracts;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Context;

/// <summary>A field's result with its tokens.</summary>
internal sealed record Finding(ExtractedField Field, IReadOnlyList<Token> Tokens)
{
    /// <summary>0–1: certainty, by the rule that found them, that these words belong to the field.</summary>
    public double Place { get; init; } = 1;

    /// <summary>Whether it was found next to a label of several words that was read exactly, such as a label that operators add to the rules.</summary>
    public bool IsSpecific { get; init; }

    /// <summary>Whether it was inferred from an app's title or a logo: its words are not the value itself.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether only its form identifies it: it is not next to a label.</summary>
    public bool IsUnlabeled { get; init; }

    /// <summary>0–1: confidence that its words were read and parsed right.</summary>
    public double Reading { get; init; } = 1;

    public static Finding Blank { get; } = new(new ExtractedField { Value = "" }, []);

    public bool IsBlank => Field.Value.Length == 0;

    /// <summary>Whether it is valid, or masked on the receipt.</summary>
    public bool IsUsable => Field.Valid || Field.Masked;
}
