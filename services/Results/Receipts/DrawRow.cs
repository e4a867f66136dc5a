using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Results.Receipts;

/// <summary>A draw that receipts were sent for.</summary>
public sealed class DrawRow : ITenantOwned
{
    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Date, <c>yyyyMMdd</c>.</summary>
    public required string DrawDate { get; set; }

    /// <summary>Number or letter.</summary>
    public required string DrawNumber { get; set; }

    /// <summary>Last time of a message that counts, <c>HH-mm</c>; <see langword="null"/> when none is set.</summary>
    public string? CutOff { get; set; }

    /// <summary>Who set it.</summary>
    public string? CutOffBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? CutOffAt { get; set; }
}
