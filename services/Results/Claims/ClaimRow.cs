namespace Ocr.Results.Claims;

/// <summary>
/// Who sent an image or a payment first. The key is unique, and that alone decides between two that come at once. Claims outlive
/// the results they were made for.
/// </summary>
public sealed class ClaimRow
{
    /// <summary>What is claimed, <see cref="PaymentIdentity"/>.</summary>
    public required string Key { get; set; }

    /// <summary>Receipt that holds it.</summary>
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
