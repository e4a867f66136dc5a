namespace Ocr.Results.Duplicates;

/// <summary>Similarity of two references, digits and capital letters.</summary>
internal static class ReferenceLikeness
{
    /// <summary>Minimum length from which the character at the cut may be misread, because half of it is missing.</summary>
    private const int MinBesideTheCut = 6;

    /// <summary>Whether two texts differ by exactly one replaced, added or dropped character.</summary>
    public static bool IsOneEdit(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1 || shorter == longer)
        {
            return false;
        }

        var same = shorter.AsSpan().CommonPrefixLength(longer);
        var rest = shorter.Length == longer.Length ? same + 1 : same;
        return shorter.AsSpan(rest).SequenceEqual(longer.AsSpan(same + 1));
    }

    /// <summary>
    /// Whether the shorter one is the other with its start or its end cut off. The end is stronger evidence than the start, which the references of
    /// one day share: a start needs at least half of the reference.
    /// </summary>
    public static bool IsCut(string one, string other)
    {
        var (part, whole) = one.Length <= other.Length ? (one, other) : (other, one);
        return part.Length < whole.Length
            && (EndsIn(whole, part) || (part.Length * 2 >= whole.Length && part.TrimStart('0').Length >= NearMiss.MinDigits && StartsWith(whole, part)));
    }

    private static bool EndsIn(string whole, string part) => whole.EndsWith(part, StringComparison.Ordinal)
        || (part.Length > MinBesideTheCut && whole.AsSpan().EndsWith(part.AsSpan(1)));

    private static bool StartsWith(string whole, string part) => whole.StartsWith(part, StringComparison.Ordinal)
        || (part.Length > MinBesideTheCut && whole.AsSpan().StartsWith(part.AsSpan(0, part.Length - 1)));
}
