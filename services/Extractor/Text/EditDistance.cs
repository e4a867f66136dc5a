namespace Ocr.Extractor.Text;

/// <summary>Bounded Levenshtein distance, and the distance that a word of a given length may have.</summary>
internal static class EditDistance
{
    /// <summary>Returns the number of misread letters with which a phrase of this many letters still matches.</summary>
    public static int Allowed(int length) => length switch
    {
        <= 4 => 0,
        5 => 1,
        <= 10 => 2,
        _ => 3,
    };

    /// <summary>Returns the distance, or <paramref name="limit"/> + 1 when it is larger.</summary>
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
    /// Returns two bits per letter, set by its first and second occurrence, and one bit per digit. One edit changes at most two bits: texts that
    /// differ in more than two bits per edit need not be compared letter by letter.
    /// </summary>
    /// <param name="key">Folded letters and digits.</param>
    /// <param name="before">Signature of the preceding text.</param>
    public static ulong Signature(ReadOnlySpan<char> key, ulong before = 0)
    {
        foreach (var c in key)
        {
            var bit = char.IsAsciiDigit(c) ? 1ul << (c - '0' + 52) : 1ul << (2 * ((c - 'a') & 31));
            before |= char.IsAsciiDigit(c) || (before & bit) == 0 ? bit : bit << 1;
        }

        return before;
    }

    /// <summary>Computes one row of the table within <paramref name="limit"/> of its diagonal.</summary>
    private static int Advance(Span<int> row, char letter, ReadOnlySpan<char> b, int i, int limit)
    {
        var (first, last) = (Math.Max(1, i - limit), Math.Min(b.Length, i + limit));
        var diagonal = row[first - 1];
        var rowMin = row[first - 1] = first == 1 ? i : limit + 1;
        for (var j = first; j <= last; j++)
        {
            var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == b[j - 1] ? 0 : 1));
            (diagonal, row[j]) = (row[j], cost);
            rowMin = Math.Min(rowMin, cost);
        }

        if (last < b.Length)
        {
            row[last + 1] = limit + 1;
        }

        return rowMin;
    }
}
