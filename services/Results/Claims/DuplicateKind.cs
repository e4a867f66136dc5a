namespace Ocr.Results.Claims;

/// <summary>What a receipt has in common with an earlier one. The numbers are stored.</summary>
public enum DuplicateKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The image, byte by byte: a duplicate.</summary>
    SameImage = 1,

    /// <summary>Bank and reference: a duplicate.</summary>
    SameReference = 2,

    /// <summary>One payment but for a reference one digit apart: perhaps a duplicate.</summary>
    SimilarReference = 3,

    /// <summary>One payment but for a reference that is the start or the end of the other one: perhaps a duplicate.</summary>
    PartialReference = 4,

    /// <summary>Amount and reference, but a bank or the reference was not read for sure: perhaps a duplicate.</summary>
    UnsureReference = 5,

    /// <summary>Amount, date and payer, but one of the references was not read: perhaps a duplicate.</summary>
    UnreadReference = 6,
}
