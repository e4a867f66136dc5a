namespace Ocr.Extractor.Layout;

/// <summary>
/// The edges and centers that texts of a page share. A number whose first or last digit was cropped with its part of the box is read with high
/// confidence; but its edge is one character away from an edge that others share.
/// </summary>
internal sealed class Alignment
{
    /// <summary>Number of other texts that define a shared edge.</summary>
    private const int Others = 3;

    /// <summary>Maximum distance between shared edges, text heights.</summary>
    private const float Same = 0.16f;

    /// <summary>A cropped character moves an edge by about one character.</summary>
    private const float MinCharacters = 0.5f;
    private const float MaxCharacters = 1.4f;

    /// <summary>A gap of this many text heights can contain a character; usual gaps are half as wide.</summary>
    private const float Hole = 0.9f;

    // twice the center moves by one character too
    private static readonly Func<Box, float>[] Edges = [box => box.X0, box => box.X1, box => 2 * box.CenterX];

    private readonly Segment[] _segments;
    private readonly int[][] _others;

    /// <summary>Positions of shared edges, by kind of edge.</summary>
    private readonly float[][] _lines;

    public Alignment(Page page)
    {
        _segments = [.. page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Segments)];
        var within = Same * page.TextHeight;
        _others = [.. Edges.Select(edge => CountOthers(edge, within))];
        _lines = [.. Edges.Select((edge, kind) => Lines(edge, _others[kind]))];
    }

    /// <summary>Whether a text shares no edge, but would share one with one more character.</summary>
    public bool LacksCharacter(Segment segment)
    {
        var own = Array.IndexOf(_segments, segment);
        if (own < 0 || Array.Exists(_others, others => others[own] >= Others))
        {
            return false;
        }

        var character = segment.Box.Width / Math.Max(1, segment.Tokens.Sum(token => token.Text.Length) + segment.Tokens.Count - 1);
        return Edges.Index().Any(edge => Array.Exists(
            _lines[edge.Index], line => Math.Abs(line - edge.Item(segment.Box)) / character is > MinCharacters and < MaxCharacters));
    }

    /// <summary>Whether a gap of the text is wide enough for a character: <c>Bs. (1)234,00</c>.</summary>
    public static bool HasHole(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            var (left, right) = (tokens[i - 1], tokens[i]);
            if (left.Segment == right.Segment && right.Box.X0 - left.Box.X1 > Hole * Math.Min(left.Box.Height, right.Box.Height))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns edges that several texts share, and the center of all text, with which a single centered text is aligned.</summary>
    private float[] Lines(Func<Box, float> edge, int[] others)
    {
        var kept = _segments.Where((_, i) => others[i] >= Others - 1).Select(segment => edge(segment.Box));
        return edge == Edges[^1] && _segments.Length > 0
            ? [.. kept, edge(_segments.Select(segment => segment.Box).Aggregate((a, b) => a.Union(b)))]
            : [.. kept];
    }

    /// <summary>Returns the number of other texts that share an edge with each text.</summary>
    private int[] CountOthers(Func<Box, float> edge, float within)
    {
        var places = Array.ConvertAll(_segments, segment => edge(segment.Box));
        return Array.ConvertAll(places, place => places.Count(other => Math.Abs(other - place) < within) - 1);
    }
}
