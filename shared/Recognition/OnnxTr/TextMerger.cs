namespace Ocr.Recognition.OnnxTr;

/// <summary>Joins the texts of the overlapping pieces of one crop by docTR's rule.</summary>
internal static class TextMerger
{
    /// <summary>Joins texts from left to right.</summary>
    /// <param name="texts">At least one.</param>
    /// <param name="lastOverlap">Fraction of the last piece that its predecessor shows too.</param>
    public static string Merge(IReadOnlyList<string> texts, double lastOverlap)
    {
        var merged = texts[0];
        for (var i = 1; i < texts.Count; i++)
        {
            merged = Merge(merged, texts[i], i == texts.Count - 1 ? lastOverlap : SplitCrop.Overlap);
        }

        return merged;
    }

    /// <summary>Joins two neighbors at the characters that both contain.</summary>
    /// <param name="a">The left one.</param>
    /// <param name="b">The right one.</param>
    /// <param name="overlap">Fraction of <paramref name="b"/> that <paramref name="a"/> shows too.</param>
    public static string Merge(string a, string b, double overlap)
    {
        if (Math.Min(a.Length, b.Length) <= 1)
        {
            return a + b;
        }

        // The characters at the cut may be incomplete.
        var (left, right) = (a[..^1], b[1..]);
        var distances = Enumerable.Range(1, Math.Min(left.Length, right.Length)).Select(k => Hamming(left[^k..], right[..k])).ToArray();

        // An index into the distances: one less than a length, minus the two characters removed above. Python rounds halves to even.
        var expected = (int)Math.Round(b.Length * overlap, MidpointRounding.ToEven) - 3;
        int[] exact = [.. Enumerable.Range(0, distances.Length).Where(i => distances[i] == 0)];
        if (exact.Length > 0)
        {
            return left + right[(exact.MinBy(i => Math.Abs(i - expected)) + 1)..];
        }

        return expected switch
        {
            < -1 => a + b,
            < 0 => left + right,
            _ => left + right[(Enumerable.Range(0, distances.Length).MinBy(i => distances[i] + Math.Abs(i - expected)) + 1)..],
        };
    }

    private static int Hamming(string a, string b) => a.Zip(b).Count(pair => pair.First != pair.Second);
}
