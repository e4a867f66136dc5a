namespace Ocr.Results.Claims;

/// <summary>
/// The first receipt with an image or a payment. The unique key decides between concurrent inserts. Claims outlive
/// the results that they were made for.
/// </summary>
public sealed class ClaimRow
{
    /// <summary>The claimed key, of an image or of a payment.</summary>
    public required string Key { get; set; }

    /// <summary>Receipt that owns it.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Batch in which it was claimed.</summary>
    public required string RequestId { get; set; }

    /// <summary>Place in that batch, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>Stored name of the receipt.</summary>
    public required string StoredName { get; set; }

    /// <summary>When it was claimed, UTC.</summary>
    public required DateTimeOffset ClaimedAt { get; set; }
}
