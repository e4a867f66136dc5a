using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Results.Claims;

/// <summary>A payment as shown on a receipt, stored for comparison with later ones that differ in a digit.</summary>
public sealed class PaymentRow : ITenantOwned
{
    /// <summary>Tenant that its receipt belongs to.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Receipt that showed it.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Batch of the receipt.</summary>
    public required string RequestId { get; set; }

    /// <summary>Place in that batch, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>Stored name of the receipt.</summary>
    public required string StoredName { get; set; }

    /// <summary>Date of the operation, <c>yyyy-MM-dd</c>; blank when it was not read.</summary>
    public required string Date { get; set; }

    /// <summary>Amount, decimal with a point.</summary>
    public required string Amount { get; set; }

    /// <summary>Beneficiary's phone, whole or masked; blank when it was not read.</summary>
    public required string Phone { get; set; }

    /// <summary>Payer's bank, else the wallet; blank when neither was read.</summary>
    public required string Issuer { get; set; }

    /// <summary>Digits of the beneficiary's document; blank when it was not read.</summary>
    public string Document { get; set; } = "";

    /// <summary>Payer's account as printed, usually masked; blank when it was not read.</summary>
    public string Account { get; set; } = "";

    /// <summary>Reference: digits and capital letters only, zeros kept; blank when it was not read.</summary>
    public required string Reference { get; set; }

    /// <summary>When its result was stored, UTC.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}
