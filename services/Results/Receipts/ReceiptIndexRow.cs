using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Claims;

namespace Ocr.Results.Receipts;

/// <summary>
/// A receipt with its current reading, corrections applied, in searchable columns, and its review. There is one row per
/// receipt for any number of readings; the documents of its readings are in the rows of the results.
/// </summary>
public sealed class ReceiptIndexRow : ITenantOwned
{
    /// <summary>Order of first storage.</summary>
    public long Id { get; set; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Identity in messages and addresses.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Batch of the current reading.</summary>
    public required string RequestId { get; set; }

    /// <summary>Name of the result of the current reading.</summary>
    public required string ResultFile { get; set; }

    /// <summary>Stored name.</summary>
    public required string StoredName { get; set; }

    /// <summary>Draw, <c>yyyyMMdd</c>.</summary>
    public required string DrawDate { get; set; }

    /// <summary>Number or letter of the draw.</summary>
    public required string DrawNumber { get; set; }

    /// <summary>Sender.</summary>
    public required string WhatsappId { get; set; }

    /// <summary>Sender's name.</summary>
    public required string SenderName { get; set; }

    /// <summary>Time of the message, <c>HH-mm</c>.</summary>
    public required string SentAt { get; set; }

    /// <summary>When its first result was stored, UTC.</summary>
    public required DateTimeOffset StoredAt { get; set; }

    /// <summary>When its current result was stored, UTC.</summary>
    public required DateTimeOffset ReadAt { get; set; }

    /// <summary>Code of the error of a receipt that was never read.</summary>
    public string? ReasonCode { get; set; }

    /// <summary>Stored name in its search form.</summary>
    public required string FileKey { get; set; }

    /// <summary>Sender's name in its search form.</summary>
    public required string SenderKey { get; set; }

    /// <summary>The sender's name from its second word.</summary>
    public required string SenderRest { get; set; }

    /// <summary>Reference, last character first.</summary>
    public string ReferenceEnd { get; set; } = "";

    /// <summary>Digits of the national number of the phone, last digit first.</summary>
    public string PhoneEnd { get; set; } = "";

    /// <summary>Digits of the document, last digit first.</summary>
    public string DocumentEnd { get; set; } = "";

    /// <summary>Amount in hundredths; <see langword="null"/> when it is blank or not a number.</summary>
    public long? AmountCents { get; set; }

    /// <summary>Currency of the amount; blank when there is none.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Payer's bank.</summary>
    public string OriginBank { get; set; } = "";

    /// <summary>Date of the operation, <c>yyyy-MM-dd</c>; blank when it is not a date.</summary>
    public string PaidOn { get; set; } = "";

    /// <summary>State of the payment.</summary>
    public string PaymentState { get; set; } = PaymentStates.Unknown;

    /// <summary>Whether the image shows a receipt.</summary>
    public bool IsReceipt { get; set; }

    /// <summary>Whether it can be paid out on, corrections applied.</summary>
    public bool Complete { get; set; }

    /// <summary>Decision of the policy, <see cref="Verdicts"/>.</summary>
    public string Decision { get; set; } = Verdicts.Review;

    /// <summary>Match with an earlier receipt.</summary>
    public DuplicateKind Duplicate { get; set; }

    /// <summary>That earlier receipt.</summary>
    public Guid? DuplicateOf { get; set; }

    /// <summary>The decision of a person.</summary>
    public ReviewState Review { get; set; }

    /// <summary>Person who decided.</summary>
    public string? ReviewedBy { get; set; }

    /// <summary>Time of the decision, UTC.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>Reason of the decision.</summary>
    public string? ReviewReason { get; set; }

    /// <summary>Increases with every decision, correction and reading; the entity tag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Corrections in force (a list, JSON); <see langword="null"/> when there are none.</summary>
    public string? Corrections { get; set; }

    /// <summary>Values, missing fields and doubts (JSON).</summary>
    public required string Details { get; set; }

    /// <summary>Position in the review queue, the highest first: by risk, then by waiting time.</summary>
    public long Risk { get; set; }
}
