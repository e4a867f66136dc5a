namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Distinguishes a receipt that cannot be processed from a failing system: while others fail as well and none succeeds, no receipt is charged.
/// The state is in memory and is empty after a restart.
/// </summary>
internal sealed class ErrorAttribution
{
    // Without a success in between, a system failure cannot be excluded: only every second error counts.
    private const int LoneErrorsPerCharge = 2;

    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _sinceSuccess = [];
    private readonly Dictionary<Guid, FailedReceipt> _receipts = [];
    private long _successes;

    /// <summary>Records a processed receipt.</summary>
    /// <param name="receiptId">The receipt.</param>
    public void Succeeded(Guid receiptId)
    {
        lock (_lock)
        {
            _successes++;
            _sinceSuccess.Clear();
            _receipts.Remove(receiptId);
        }
    }

    /// <summary>Records an unexplained processing error; returns whether the receipt is charged.</summary>
    /// <param name="receiptId">The receipt.</param>
    public bool IsCharged(Guid receiptId)
    {
        lock (_lock)
        {
            _sinceSuccess.Add(receiptId);
            var before = _receipts.GetValueOrDefault(receiptId);
            var others = before is not null && before.Successes < _successes;
            var lone = others ? 0 : (before?.Lone ?? 0) + 1;
            _receipts[receiptId] = new FailedReceipt(_successes, lone);
            return _sinceSuccess.Count == 1 && (others || lone % LoneErrorsPerCharge == 0);
        }
    }

    private sealed record FailedReceipt(long Successes, int Lone);
}
