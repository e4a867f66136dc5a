namespace Ocr.Extractor.Layout;

/// <summary>The segments that stand on one line of the page.</summary>
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

    /// <summary>Left to right, never empty.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public Box Box { get; }

    /// <summary>Place among <see cref="Page.Rows"/>.</summary>
    public int Index { get; set; }

    /// <summary>The strip with the phone's clock and battery: no part of the receipt.</summary>
    public bool IsStatusBar { get; set; }

    /// <summary>Left to right, never empty.</summary>
    public IReadOnlyList<Token> Tokens { get; }
}
