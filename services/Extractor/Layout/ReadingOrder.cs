using System.Text;

namespace Ocr.Extractor.Layout;

/// <summary>Formats the page as text: blanks between words, line feeds between rows, an empty line between blocks.</summary>
internal static class ReadingOrder
{
    /// <summary>A gap of more than this many text heights starts a block.</summary>
    private const float BlockGap = 2f;

    public static string Text(Page page, IReadOnlySet<Token> leftOut)
    {
        var text = new StringBuilder();
        Row? previous = null;
        foreach (var row in page.Rows.Where(row => !row.IsStatusBar))
        {
            var line = string.Join(' ', row.Tokens.Where(token => !leftOut.Contains(token)).Select(token => token.Text));
            if (line.Length == 0)
            {
                continue;
            }

            if (previous is not null)
            {
                text.Append(row.Box.Y0 - previous.Box.Y1 > BlockGap * page.TextHeight ? "\n\n" : "\n");
            }

            text.Append(line);
            previous = row;
        }

        return text.ToString();
    }
}
