using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Scoring;

/// <summary>The segment right of, below and above each segment of a page.</summary>
internal sealed class Neighbors
{
    private readonly Dictionary<Segment, int> _numbers = [];

    public Neighbors(Page page)
    {
        Segments = [.. page.Rows.SelectMany(row => row.Segments)];
        for (var i = 0; i < Segments.Count; i++)
        {
            _numbers[Segments[i]] = i;
        }

        Below = new int[Segments.Count];
        Above = new int[Segments.Count];
        Array.Fill(Above, -1);
        for (var i = 0; i < Segments.Count; i++)
        {
            Below[i] = FindBelow(page, Segments[i]);
            if (Below[i] >= 0 && Above[Below[i]] < 0)
            {
                Above[Below[i]] = i;
            }
        }
    }

    /// <summary>Segments in reading order.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>By number, the number of the nearest segment below that overlaps it or shares an edge or the center with it; −1 for none.</summary>
    public int[] Below { get; }

    /// <summary>By number, the first segment whose <see cref="Below"/> it is; −1 for none.</summary>
    public int[] Above { get; }

    /// <summary>Returns the number of a segment in reading order.</summary>
    public int NumberOf(Segment segment) => _numbers[segment];

    /// <summary>Returns the number of the next segment of the row; −1 for the last.</summary>
    public int RightOf(int number) =>
        number + 1 < Segments.Count && Segments[number + 1].Row == Segments[number].Row ? number + 1 : -1;

    private int FindBelow(Page page, Segment segment)
    {
        var edge = 0.7f * page.TextHeight;
        for (var row = segment.Row.Index + 1; row < Math.Min(page.Rows.Count, segment.Row.Index + 5); row++)
        {
            Segment? best = null;
            var bestOverlap = float.MinValue;
            foreach (var other in page.Rows[row].Segments)
            {
                var overlap = segment.Box.OverlapX(other.Box);
                var shares = Math.Abs(segment.Box.X0 - other.Box.X0) < edge || Math.Abs(segment.Box.X1 - other.Box.X1) < edge;
                if ((overlap > 0 || shares) && overlap > bestOverlap)
                {
                    (best, bestOverlap) = (other, overlap);
                }
            }

            if (best is not null)
            {
                return _numbers[best];
            }
        }

        return -1;
    }
}
