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

        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            if (Advance(row, a[i - 1], b, i, limit) > limit)
            {
                return limit + 1;
            }
        }

        return Math.Min(row[b.Length], limit + 1);
    }

    /// <summary>
    /// Two bits a letter, set by the first and the second of its kind, and one bit a digit. One edit changes at most two of them: what
    /// differs in more bits than two an edit need not be compared letter by letter.
    /// </summary>
    /// <param name="key">Folded letters and digits.</param>
    /// <param name="before">Signature of what stands before them.</param>
    public static ulong Signature(ReadOnlySpan<char> key, ulong before = 0)
    {
        foreach (var c in key)
        {
            var bit = char.IsAsciiDigit(c) ? 1ul << (c - '0' + 52) : 1ul << (2 * ((c - 'a') & 31));
            before |= char.IsAsciiDigit(c) || (before & bit) == 0 ? bit : bit << 1;
        }

        return before;
    }

    /// <summary>One row of the table, only as far from its diagonal as <paramref name="limit"/> lets a path go.</summary>
    private static int Advance(Span<int> row, char letter, ReadOnlySpan<char> b, int i, int limit)
    {
        var (first, last) = (Math.Max(1, i - limit), Math.Min(b.Length, i + limit));
        var diagonal = row[first - 1];
        var least = row[first - 1] = first == 1 ? i : limit + 1;
        for (var j = first; j <= last; j++)
        {
            var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == b[j - 1] ? 0 : 1));
            (diagonal, row[j]) = (row[j], cost);
            least = Math.Min(least, cost);
        }

        if (last < b.Length)
        {
            row[last + 1] = limit + 1;
        }

        return least;
    }
}
