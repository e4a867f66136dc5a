using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Results.Receipts;

/// <summary>A draw with receipts.</summary>
public sealed class DrawRow : ITenantOwned
{
    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Date, <c>yyyyMMdd</c>.</summary>
    public required string DrawDate { get; set; }

    /// <summary>Number or letter.</summary>
    public required string DrawNumber { get; set; }

    /// <summary>Cut-off: time of the last message that counts, <c>HH-mm</c>; <see langword="null"/> when none is set.</summary>
    public string? CutOff { get; set; }

    /// <summary>Person who set the cut-off.</summary>
    public string? CutOffBy { get; set; }

    /// <summary>When it was set, UTC.</summary>
    public DateTimeOffset? CutOffAt { get; set; }
}
