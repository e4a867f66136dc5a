namespace Ocr.Results.Claims;

/// <summary>Match of a receipt with an earlier one. The numbers are stored.</summary>
public enum DuplicateKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The image, byte by byte: a duplicate.</summary>
    SameImage = 1,

    /// <summary>Bank and reference: a duplicate.</summary>
    SameReference = 2,

    /// <summary>The same payment except for one digit of the reference: a possible duplicate.</summary>
    SimilarReference = 3,

    /// <summary>The same payment, but one reference is the start or the end of the other: a possible duplicate.</summary>
    PartialReference = 4,

    /// <summary>The same amount and reference, but a bank or the reference was not read with certainty: a possible duplicate.</summary>
    UnsureReference = 5,

    /// <summary>The same amount, date and payer, but one of the references was not read: a possible duplicate.</summary>
    UnreadReference = 6,
}

/// <summary>Classifies kinds of duplicates.</summary>
public static class DuplicateKinds
{
    /// <summary>Whether the receipt certainly repeats the earlier one, instead of possibly.</summary>
    /// <param name="kind">Match of the two.</param>
    public static bool IsSure(this DuplicateKind kind) => kind is DuplicateKind.SameImage or DuplicateKind.SameReference;
}
