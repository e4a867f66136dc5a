namespace Ocr.Extractor.Layout;

/// <summary>The words of a receipt as rows and segments, rebuilt from their boxes alone.</summary>
internal sealed class Page
{
    public Page(IReadOnlyList<Row> rows, float textHeight)
    {
        Rows = rows;
        TextHeight = textHeight;
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

    /// <summary>Top to bottom.</summary>
    public IReadOnlyList<Row> Rows { get; }

    /// <summary>All tokens in reading order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Median height of a word's box, pixels: the unit of every distance.</summary>
    public float TextHeight { get; }
}
