using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Results.Receipts;

/// <summary>One audit event of a receipt. Rows are only added; they are removed with the receipt.</summary>
public sealed class ReviewLogRow : ITenantOwned
{
    /// <summary>Order.</summary>
    public long Id { get; set; }

    /// <summary>Tenant that owns the receipt.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Version of the receipt after the event.</summary>
    public required int Version { get; set; }

    /// <summary>One of <see cref="ReviewActions"/>.</summary>
    public required string Action { get; set; }

    /// <summary>Person or key.</summary>
    public required string Person { get; set; }

    /// <summary>Time, UTC.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Details, JSON.</summary>
    public required string Data { get; set; }

    /// <summary>Whether <see cref="ReviewDecided"/> must still be published.</summary>
    public bool Unpublished { get; set; }
}

/// <summary>Actions of the log.</summary>
internal static class ReviewActions
{
    /// <summary>A person decided.</summary>
    public const string Decision = "decision";

    /// <summary>A person corrected fields, or withdrew corrections.</summary>
    public const string Correction = "correccion";

    /// <summary>The image was read again.</summary>
    public const string Reread = "relectura";
}
