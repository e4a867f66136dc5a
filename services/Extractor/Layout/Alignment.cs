namespace Ocr.Extractor.Layout;

/// <summary>
/// The edges and middles that texts of a page share. A number whose first or last digit was cut off with its part of the box looks sure and
/// whole; but it stands a character away from a line that others keep.
/// </summary>
internal sealed class Alignment
{
    /// <summary>So many others make a line.</summary>
    private const int Others = 3;

    /// <summary>Texts within this many text heights of each other keep a line.</summary>
    private const float Same = 0.16f;

    /// <summary>A cut character moves an edge by one character, more or less.</summary>
    private const float LeastCharacters = 0.5f;
    private const float MostCharacters = 1.4f;

    /// <summary>A blank this many text heights wide holds a character; common ones are half as wide.</summary>
    private const float Hole = 0.9f;

    // twice the middle moves by one character too
    private static readonly Func<Box, float>[] Edges = [box => box.X0, box => box.X1, box => 2 * box.CenterX];

    private readonly Segment[] _segments;
    private readonly int[][] _others;

    /// <summary>By kind of edge, where its lines are.</summary>
    private readonly float[][] _lines;

    public Alignment(Page page)
    {
        _segments = [.. page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Segments)];
        var within = Same * page.TextHeight;
        _others = [.. Edges.Select(edge => CountOthers(edge, within))];
        _lines = [.. Edges.Select((edge, kind) => Lines(edge, _others[kind]))];
    }

    /// <summary>Whether a text keeps no line, but would keep one if it had one character more.</summary>
    public bool LacksCharacter(Segment segment)
    {
        var own = Array.IndexOf(_segments, segment);
        if (own < 0 || Array.Exists(_others, others => others[own] >= Others))
        {
            return false;
        }

        var character = segment.Box.Width / Math.Max(1, segment.Tokens.Sum(token => token.Text.Length) + segment.Tokens.Count - 1);
        return Edges.Index().Any(edge => Array.Exists(
            _lines[edge.Index], line => Math.Abs(line - edge.Item(segment.Box)) / character is > LeastCharacters and < MostCharacters));
    }

    /// <summary>Whether a blank of the text is wide enough for a character: <c>Bs. (1)234,00</c>.</summary>
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

    /// <summary>Edges that several texts have in common; and the middle of all text, which a centred text keeps even when it is the only one.</summary>
    private float[] Lines(Func<Box, float> edge, int[] others)
    {
        var kept = _segments.Where((_, i) => others[i] >= Others - 1).Select(segment => edge(segment.Box));
        return edge == Edges[^1] && _segments.Length > 0
            ? [.. kept, edge(_segments.Select(segment => segment.Box).Aggregate((a, b) => a.Union(b)))]
            : [.. kept];
    }

    /// <summary>How many others each text has an edge in common with.</summary>
    private int[] CountOthers(Func<Box, float> edge, float within)
    {
        var places = Array.ConvertAll(_segments, segment => edge(segment.Box));
        return Array.ConvertAll(places, place => places.Count(other => Math.Abs(other - place) < within) - 1);
    }
}
