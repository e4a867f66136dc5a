namespace Ocr.Extractor.Text;

/// <summary>Levenshtein distance with a bound, and how much of it a word of a given length may have.</summary>
internal static class EditDistance
{
    /// <summary>Misread letters that a phrase of this many letters may have and still be itself.</summary>
    public static int Allowed(int length) => length switch
    {
        <= 4 => 0,
        5 => 1,
        <= 10 => 2,
        _ => 3,
    };

    /// <summary>Distance of the two, or <paramref name="limit"/> + 1 when it is larger.</summary>
    public static int Bounded(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            if (Advance(row, a[i - 1], b, i) > limit)
            {
                return limit + 1;
            }
        }

        return Math.Min(row[b.Length], limit + 1);
    }

    /// <summary>A bit a letter or digit; one edit changes at most two of them.</summary>
    public static ulong Signature(ReadOnlySpan<char> key)
    {
        var signature = 0ul;
        foreach (var c in key)
        {
            signature |= 1ul << (char.IsAsciiDigit(c) ? c - '0' + 26 : (c - 'a') & 31);
        }

        return signature;
    }

    private static int Advance(Span<int> row, char letter, ReadOnlySpan<char> b, int i)
    {
        var diagonal = row[0];
        var least = row[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == b[j - 1] ? 0 : 1));
            (diagonal, row[j]) = (row[j], cost);
            least = Math.Min(least, cost);
        }

        return least;
    }
}
