namespace Ocr.Extractor.Layout;

/// <summary>The segments on one line of the page.</summary>
internal sealed class Row
{
    public Row(IReadOnlyList<Segment> segments)
    {
        Segments = segments;
        Tokens = [.. segments.SelectMany(segment => segment.Tokens)];
        Box = segments.Select(segment => segment.Box).Aggregate((a, b) => a.Union(b));
        foreach (var segment in segments)
        {
            segment.Row = this;
        }
    }

    /// <summary>Segments from left to right, never empty.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public Box Box { get; }

    /// <summary>Index in <see cref="Page.Rows"/>.</summary>
    public int Index { get; set; }

    /// <summary>Whether it is the strip with the phone's clock and battery, which is not part of the receipt.</summary>
    public bool IsStatusBar { get; set; }

    /// <summary>Tokens from left to right, never empty.</summary>
    public IReadOnlyList<Token> Tokens { get; }
}
