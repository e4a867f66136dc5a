namespace Ocr.Extractor.Layout;

/// <summary>A run of tokens of one row whose gaps are at most a wide blank.</summary>
internal sealed class Segment
{
    public Segment(IReadOnlyList<Token> tokens)
    {
        Tokens = tokens;
        Box = tokens.Select(token => token.Box).Aggregate((a, b) => a.Union(b));
        foreach (var token in tokens)
        {
            token.Segment = this;
        }
    }

    /// <summary>Tokens from left to right, never empty.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    public Box Box { get; }

    public Row Row { get; set; } = null!;
}
