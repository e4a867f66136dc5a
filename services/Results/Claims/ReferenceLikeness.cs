namespace Ocr.Results.Claims;

/// <summary>How two references, digits and capital letters, resemble each other.</summary>
internal static class ReferenceLikeness
{
    /// <summary>From so many characters on, the one at the cut may be misread: half of it is missing.</summary>
    private const int MinBesideTheCut = 6;

    /// <summary>Whether one replaced, added or dropped character makes one text the other. Equal texts are none apart.</summary>
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
    /// Whether the shorter one is the other with its start or its end cut off. The end says more than the start, which the references of
    /// one day share: a start counts from half of the reference.
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
