using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Results.Receipts;

/// <summary>One event of a receipt that people look up later. Rows are only added; they go with the receipt.</summary>
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

    /// <summary>Who.</summary>
    public required string Person { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>What exactly, JSON.</summary>
    public required string Data { get; set; }

    /// <summary>Whether <see cref="ReviewDecided"/> is still to be published.</summary>
    public bool Unpublished { get; set; }
}

/// <summary>Actions of the log.</summary>
internal static class ReviewActions
{
    /// <summary>A person decided.</summary>
    public const string Decision = "decision";

    /// <summary>A person stated the value of fields, or withdrew a statement.</summary>
    public const string Correction = "correccion";

    /// <summary>The image was read again.</summary>
    public const string Reread = "relectura";
}
