using Ocr.Results.Claims;

namespace Ocr.Results.Data;

/// <summary>A receipt and its batch.</summary>
internal sealed record SeenReceipt(Guid ReceiptId, string RequestId, int Position, string StoredName)
{
    public static SeenReceipt Of(ResultRow row) => new(row.ReceiptId, row.RequestId, row.Position, row.StoredName);

    public static SeenReceipt Of(ClaimRow row) => new(row.ReceiptId, row.RequestId, row.Position, row.StoredName);

    public static SeenReceipt Of(PaymentRow row) => new(row.ReceiptId, row.RequestId, row.Position, row.StoredName);

    /// <summary>Whether it is in the same batch as the other and arrived after it.</summary>
    public bool ArrivedAfter(ResultRow other) => RequestId == other.RequestId && Position > other.Position;
}
