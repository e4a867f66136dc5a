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

    /// <summary>Amount, date, phone, and a reference one digit apart: perhaps a duplicate.</summary>
    SimilarReference = 3,

    /// <summary>Amount, date, phone, and a reference that the other one ends in: perhaps a duplicate.</summary>
    PartialReference = 4,

    /// <summary>Amount, date, phone and reference, but a bank or the reference was not read for sure: perhaps a duplicate.</summary>
    UnsureReference = 5,
}
