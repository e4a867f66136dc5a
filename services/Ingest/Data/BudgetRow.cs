namespace Ocr.Ingest.Data;

/// <summary>Reading cost that a sender has used up and that its budget has not given back yet.</summary>
public sealed class BudgetRow
{
    /// <summary>The sender: a key or an address.</summary>
    public required string Owner { get; set; }

    /// <summary>Cost that was used up at <see cref="At"/>; it decreases by the budget per minute.</summary>
    public double Used { get; set; }

    /// <summary>When it was last charged, by the service clock.</summary>
    public DateTimeOffset At { get; set; }
}
