namespace Ocr.Ingest.Data;

/// <summary>Reading cost that a sender has used and that its budget has not refilled yet.</summary>
public sealed class BudgetRow
{
    /// <summary>The sender: a key or an address.</summary>
    public required string Owner { get; set; }

    /// <summary>Cost used at <see cref="At"/>; it decreases by the budget per minute.</summary>
    public double Used { get; set; }

    /// <summary>When it was last charged, by the service clock.</summary>
    public DateTimeOffset At { get; set; }
}
