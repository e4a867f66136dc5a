using Ocr.Results.Claims;

namespace Ocr.Results.Duplicates;

/// <summary>Compares two payments of one amount whose keys differ.</summary>
internal static class NearMiss
{
    /// <summary>Operators distinguish payments by their last four to six digits; fewer digits are not evidence.</summary>
    public const int MinDigits = 4;

    /// <summary>Match of the two; <see cref="DuplicateKind.None"/> unless they look like the same payment.</summary>
    public static DuplicateKind Compare(PaymentRow one, PaymentRow other)
    {
        var beneficiary = PaymentComparison.OfBeneficiary(one, other);
        if (one.Amount != other.Amount || beneficiary == Agreement.Contradicts)
        {
            return DuplicateKind.None;
        }

        var sameDate = one.Date.Length > 0 && one.Date == other.Date;
        if (one.Reference.Length == 0 || other.Reference.Length == 0)
        {
            return sameDate && PaymentComparison.IsOnePayer(one, other, beneficiary) ? DuplicateKind.UnreadReference : DuplicateKind.None;
        }

        var kind = CompareReferences(one, other);
        return (sameDate && beneficiary == Agreement.Agrees) || (IsLongOfOneBank(one, other) && MayBeOneDate(one.Date, other.Date, kind)) ? kind : DuplicateKind.None;
    }

    /// <summary>
    /// A crop at the edge removes the date and beneficiary together with the end of the reference. A part of a reference that is unique at its bank
    /// needs neither.
    /// </summary>
    private static bool IsLongOfOneBank(PaymentRow one, PaymentRow other) =>
        PaymentComparison.OfIssuer(one, other) == Agreement.Agrees
        && Significant(one.Reference) >= PaymentIdentity.StrongDigits && Significant(other.Reference) >= PaymentIdentity.StrongDigits;

    /// <summary>Where the reference is cut, the last digit of the date can be cut, too, and then be misread.</summary>
    private static bool MayBeOneDate(string one, string other, DuplicateKind kind) =>
        one.Length == 0 || other.Length == 0 || one == other || (kind == DuplicateKind.PartialReference && ReferenceLikeness.IsOneEdit(one, other));

    private static DuplicateKind CompareReferences(PaymentRow one, PaymentRow other)
    {
        var (left, right) = (one.Reference, other.Reference);
        if (left.TrimStart('0') == right.TrimStart('0'))
        {
            return DuplicateKind.UnsureReference;
        }

        // Banks number their payments independently: similar numbers of two banks are not evidence.
        return PaymentComparison.OfIssuer(one, other) == Agreement.Contradicts ? DuplicateKind.None
            : ReferenceLikeness.IsOneEdit(left, right) || ReferenceLikeness.IsOneEdit(left.TrimStart('0'), right.TrimStart('0')) ? DuplicateKind.SimilarReference
            : ReferenceLikeness.IsCut(left, right) ? DuplicateKind.PartialReference
            : DuplicateKind.None;
    }

    private static int Significant(string reference) => reference.TrimStart('0').Length;
}
