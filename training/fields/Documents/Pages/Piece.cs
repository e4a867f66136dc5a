using Ocr.Extractor.Scoring;

namespace Ocr.FieldDocuments.Pages;

/// <summary>A word to print with its tag.</summary>
/// <param name="Text">Text without blanks.</param>
/// <param name="Tag">Its tag.</param>
internal readonly record struct Piece(string Text, FieldTag Tag)
{
    /// <summary>Size relative to the line's, for raised and small parts.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Whether there is no blank before it.</summary>
    public bool Glued { get; init; }

    /// <summary>Whether a smaller piece is at the top of the line instead of on its baseline.</summary>
    public bool Raised { get; init; }

    /// <summary>Splits a text at its blanks.</summary>
    public static List<Piece> Line(string text, FieldTag tag) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Piece(word, tag))];
}

/// <summary>A value with its label.</summary>
/// <param name="Label">The label's words; empty for none.</param>
/// <param name="Lines">The value's lines.</param>
internal sealed record Item(List<Piece> Label, List<List<Piece>> Lines)
{
    /// <summary>The value's words in one line.</summary>
    public List<Piece> Value => [.. Lines.SelectMany(line => line)];
}
