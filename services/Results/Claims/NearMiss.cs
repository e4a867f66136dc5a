namespace Ocr.Results.Claims;

/// <summary>Compares two payments of one date and amount whose keys differ.</summary>
internal static class NearMiss
{
    /// <summary>Operators tell payments apart by their last four to six digits; fewer say nothing.</summary>
    public const int FewestDigits = 4;

    /// <summary>What the two have in common; <see cref="DuplicateKind.None"/> unless they look like one payment.</summary>
    public static DuplicateKind Compare(PaymentRow one, PaymentRow other)
    {
        if (one.Date != other.Date || one.Amount != other.Amount || !PhonesAgree(one.Phone, other.Phone))
        {
            return DuplicateKind.None;
        }

        var (left, right) = (one.Reference, other.Reference);
        if (left.TrimStart('0') == right.TrimStart('0'))
        {
            return DuplicateKind.UnsureReference;
        }

        // Two banks count apart: close numbers mean nothing between them.
        var contradict = one.Issuer.Length > 0 && other.Issuer.Length > 0 && one.Issuer != other.Issuer;
        return contradict ? DuplicateKind.None
            : IsOneEdit(left, right) || IsOneEdit(left.TrimStart('0'), right.TrimStart('0')) ? DuplicateKind.SimilarReference
            : left.EndsWith(right, StringComparison.Ordinal) || right.EndsWith(left, StringComparison.Ordinal) ? DuplicateKind.PartialReference
            : DuplicateKind.None;
    }

    /// <summary>Whether two phones may be one: what is visible before the mask agrees, and what is visible behind it. The length of a mask says nothing.</summary>
    public static bool PhonesAgree(string one, string other)
    {
        var (head, tail) = Visible(one);
        var (otherHead, otherTail) = Visible(other);
        return (head.StartsWith(otherHead, StringComparison.Ordinal) || otherHead.StartsWith(head, StringComparison.Ordinal))
            && (tail.EndsWith(otherTail, StringComparison.Ordinal) || otherTail.EndsWith(tail, StringComparison.Ordinal));
    }

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

    private static (string Head, string Tail) Visible(string phone) =>
        (string.Concat(phone.TakeWhile(char.IsAsciiDigit)), string.Concat(phone.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()));
}
