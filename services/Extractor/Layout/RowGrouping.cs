namespace Ocr.Extractor.Layout;

/// <summary>Groups tokens on one line, and splits each line where a column ends.</summary>
internal static class RowGrouping
{
    /// <summary>Two words of a line overlap vertically by at least this fraction of the lower one's height.</summary>
    private const float SharedHeight = 0.5f;

    /// <summary>A gap wider than this many text heights ends a segment.</summary>
    private const float ColumnGap = 1.25f;

    public static IReadOnlyList<Row> Rows(IEnumerable<Token> tokens, float textHeight)
    {
        var lines = new List<Line>();
        foreach (var token in tokens.OrderBy(token => token.Box.CenterY))
        {
            Nearest(lines, token).Add(token);
        }

        return [.. lines.OrderBy(line => line.CenterY).Select(line => new Row([.. Segments(line, textHeight)]))];
    }

    private static Line Nearest(List<Line> lines, Token token)
    {
        Line? best = null;
        var bestShare = SharedHeight;
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - 6); i--)
        {
            var share = lines[i].Share(token.Box);
            if (share > bestShare && !lines[i].Covers(token.Box))
            {
                (best, bestShare) = (lines[i], share);
            }
        }

        if (best is null)
        {
            lines.Add(best = new Line());
        }

        return best;
    }

    private static IEnumerable<Segment> Segments(Line line, float textHeight)
    {
        var run = new List<Token>();
        foreach (var token in line.Tokens.OrderBy(token => token.Box.X0))
        {
            if (run.Count > 0 && token.Box.X0 - run[^1].Box.X1 > ColumnGap * Scale(run[^1], token, textHeight))
            {
                yield return new Segment([.. run]);
                run.Clear();
            }

            run.Add(token);
        }

        yield return new Segment([.. run]);
    }

    /// <summary>Large titles have large gaps; small print next to large digits does not reduce them.</summary>
    private static float Scale(Token left, Token right, float textHeight) =>
        Math.Max(textHeight * 0.8f, Math.Min(left.Box.Height, right.Box.Height));

    private sealed class Line
    {
        private float _top;
        private float _bottom;

        public List<Token> Tokens { get; } = [];

        public float CenterY => (_top + _bottom) / 2;

        public void Add(Token token)
        {
            var n = Tokens.Count;
            _top = ((_top * n) + token.Box.Y0) / (n + 1);
            _bottom = ((_bottom * n) + token.Box.Y1) / (n + 1);
            Tokens.Add(token);
        }

        public float Share(Box box)
        {
            var shared = Math.Min(_bottom, box.Y1) - Math.Max(_top, box.Y0);
            return shared / Math.Max(1, Math.Min(_bottom - _top, box.Height));
        }

        /// <summary>Whether a word is above or below one of the line's words and so is on another line.</summary>
        public bool Covers(Box box) => Tokens.Exists(token => token.Box.OverlapX(box) > 0.5f * Math.Min(token.Box.Width, box.Width));
    }
}
