namespace Ocr.Extractor.Layout;

/// <summary>Finds the phone's status bar at the top of a full screenshot: its clock is not the operation's time.</summary>
internal static class StatusBar
{
    /// <summary>The bar ends within this fraction of the image's height.</summary>
    private const float Strip = 0.075f;

    private const int MaxLetters = 24;

    public static void Mark(Page page, int imageWidth, int imageHeight)
    {
        if (imageHeight < 1.2f * imageWidth)
        {
            return;
        }

        foreach (var row in page.Rows.TakeWhile(row => row.Box.CenterY < Strip * imageHeight).Take(2))
        {
            row.IsStatusBar = row.Tokens.Any(token => IsClock(token.Text)) && row.Tokens.Sum(token => token.Key.Length) <= MaxLetters;
        }
    }

    private static bool IsClock(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is 1 or 2
            && text[..colon].All(char.IsAsciiDigit)
            && text.Length >= colon + 3
            && char.IsAsciiDigit(text[colon + 1])
            && char.IsAsciiDigit(text[colon + 2])
            && !text[(colon + 3)..].Contains(':', StringComparison.Ordinal);
    }
}
