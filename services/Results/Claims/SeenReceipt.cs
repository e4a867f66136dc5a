using Ocr.Results.Data;

namespace Ocr.Results.Claims;

/// <summary>Which receipt of which batch showed something.</summary>
internal sealed record SeenReceipt(Guid ReceiptId, string RequestId, int Position, string StoredName)
{
    public static SeenReceipt Of(ResultRow row) => new(row.ReceiptId, row.RequestId, row.Position, row.StoredName);

    public static SeenReceipt Of(ClaimRow row) => new(row.ReceiptId, row.RequestId, row.Position, row.StoredName);

    public static SeenReceipt Of(PaymentRow row) => new(row.ReceiptId, row.RequestId, row.Position, row.StoredName);

    /// <summary>Whether it is part of the same batch and arrived after the other.</summary>
    public bool ArrivedAfter(ResultRow other) => RequestId == other.RequestId && Position > other.Position;
}
