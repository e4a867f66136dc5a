using Ocr.Results.Claims;

namespace Ocr.Results.Duplicates;

/// <summary>Comparison of a person or bank in two payments.</summary>
internal enum Agreement
{
    /// <summary>One of the payments does not contain it.</summary>
    Unknown,

    /// <summary>They can be the same.</summary>
    Agrees,

    /// <summary>They are different.</summary>
    Contradicts,
}

/// <summary>Whether two payments have the same payer and beneficiary, by the visible parts of phones, documents and accounts.</summary>
internal static class PaymentComparison
{
    private const int MinDocumentDigits = 5;
    private const int MinAccountDigits = 3;

    /// <summary>Compares the phones; where one is missing, the documents, either of which may be cut at the edge.</summary>
    public static Agreement OfBeneficiary(PaymentRow one, PaymentRow other)
    {
        if (one.Phone.Length > 0 && other.Phone.Length > 0)
        {
            return PhonesAgree(one.Phone, other.Phone) ? Agreement.Agrees : Agreement.Contradicts;
        }

        var (shorter, longer) = one.Document.Length <= other.Document.Length ? (one.Document, other.Document) : (other.Document, one.Document);
        return shorter.Length < MinDocumentDigits || ReferenceLikeness.IsOneEdit(shorter, longer) ? Agreement.Unknown
            : longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal) ? Agreement.Agrees
            : Agreement.Contradicts;
    }

    /// <summary>Compares the payer's bank or wallet.</summary>
    public static Agreement OfIssuer(PaymentRow one, PaymentRow other) =>
        one.Issuer.Length == 0 || other.Issuer.Length == 0 ? Agreement.Unknown
        : one.Issuer == other.Issuer ? Agreement.Agrees
        : Agreement.Contradicts;

    /// <summary>Compares the payer's account; without one, the payer's bank and the beneficiary.</summary>
    public static bool IsOnePayer(PaymentRow one, PaymentRow other, Agreement beneficiary)
    {
        var issuer = OfIssuer(one, other);
        return issuer != Agreement.Contradicts && OfAccounts(one.Account, other.Account) switch
        {
            Agreement.Agrees => true,
            Agreement.Contradicts => false,
            _ => issuer == Agreement.Agrees && beneficiary == Agreement.Agrees,
        };
    }

    /// <summary>Whether two phones can be the same: the visible parts before and after the mask agree. The length of a mask is not evidence.</summary>
    public static bool PhonesAgree(string one, string other)
    {
        var (head, tail) = Visible(one);
        var (otherHead, otherTail) = Visible(other);
        return (head.StartsWith(otherHead, StringComparison.Ordinal) || otherHead.StartsWith(head, StringComparison.Ordinal))
            && (tail.EndsWith(otherTail, StringComparison.Ordinal) || otherTail.EndsWith(tail, StringComparison.Ordinal));
    }

    /// <summary>An account that shows only its bank is not evidence.</summary>
    private static Agreement OfAccounts(string one, string other) =>
        Visible(one).Tail.Length < MinAccountDigits || Visible(other).Tail.Length < MinAccountDigits ? Agreement.Unknown
        : PhonesAgree(one, other) ? Agreement.Agrees
        : Agreement.Contradicts;

    private static (string Head, string Tail) Visible(string text) =>
        (string.Concat(text.TakeWhile(char.IsAsciiDigit)), string.Concat(text.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()));
}
