using Ocr.Extractor.Text;

namespace Ocr.Extractor.Scoring;

/// <summary>
/// The letters of a token as rows of a hashed table: the whole word, then its pieces of four, three and two letters. Accents and case are
/// removed, and every digit becomes 0, so that a number contributes its form and not its value.
/// </summary>
internal static class NGrams
{
    /// <summary>Maximum number of rows per token.</summary>
    public const int PerToken = 22;

    /// <summary>Number of rows of the table; row 0 means no letters.</summary>
    public const int Rows = 6144;

    private const int LongestWord = 40;

    /// <summary>Fills the rows of one token; unused ones stay 0.</summary>
    /// <param name="text">Recognized text.</param>
    /// <param name="rows">Buffer for <see cref="PerToken"/> rows.</param>
    public static void Fill(string text, Span<int> rows)
    {
        rows.Clear();
        Span<char> word = stackalloc char[LongestWord + 2];
        var length = 1;
        word[0] = '^';
        foreach (var letter in text)
        {
            if (length > LongestWord)
            {
                break;
            }

            var c = TextFold.Fold(letter);
            word[length++] = char.IsAsciiDigit(c) ? '0' : c;
        }

        word[length++] = '$';
        var place = 0;
        rows[place++] = Row(word[..length]);
        for (var n = 4; n >= 2; n--)
        {
            for (var i = 0; i + n <= length && place < PerToken; i++)
            {
                rows[place++] = Row(word.Slice(i, n));
            }
        }
    }

    /// <summary>FNV-1a over the UTF-16 units.</summary>
    private static int Row(ReadOnlySpan<char> piece)
    {
        var hash = 2166136261u;
        foreach (var c in piece)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return 1 + (int)(hash % (Rows - 1));
    }
}
