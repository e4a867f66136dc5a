namespace Ocr.Extractor.Layout;

/// <summary>The words of a receipt as rows and segments, rebuilt from their boxes alone.</summary>
internal sealed class Page
{
    // Text heights. Apps leave more than a text height beside their text; a gap between two characters is at most a third of one.
    private const float SideMargin = 0.35f;
    private const float LineMargin = 0.1f;

    public Page(IReadOnlyList<Row> rows, float textHeight, int width = 0, int height = 0)
    {
        (Rows, TextHeight, Width, Height) = (rows, textHeight, width, height);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Index = i;
        }

        Tokens = [.. rows.SelectMany(row => row.Tokens)];
        for (var i = 0; i < Tokens.Count; i++)
        {
            Tokens[i].Order = i;
        }
    }

    /// <summary>Returns the page without some of its tokens, with rows rebuilt from the others. Afterwards only this page's text may be used.</summary>
    public Page Without(Predicate<Token> leftOut)
    {
        var kept = Tokens.Where(token => !leftOut(token)).ToList();
        if (kept.Count == Tokens.Count)
        {
            return this;
        }

        var page = new Page(RowGrouping.Rows(kept, TextHeight), TextHeight, Width, Height);
        StatusBar.Mark(page, Width, Height);
        return page;
    }

    /// <summary>Rows from top to bottom.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>All tokens in reading order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Median height of a word's box, pixels: the unit of distances.</summary>
    public float TextHeight { get; }

    /// <summary>Width of the image, pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the image, pixels.</summary>
    public int Height { get; }

    /// <summary>Whether a text is so near to an edge of the image that a part of it may be outside.</summary>
    public bool IsAtEdge(Box box) => Width > 0 && Height > 0
        && (Math.Min(box.X0, Width - box.X1) < SideMargin * box.Height || Math.Min(box.Y0, Height - box.Y1) < LineMargin * box.Height);
}
