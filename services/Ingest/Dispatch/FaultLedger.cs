namespace Ocr.Ingest.Dispatch;

/// <summary>
/// Tells a receipt that cannot be processed from a system that cannot process: while others fail as well, and none succeeds, no receipt is to blame.
/// Forgets with the process, which forgives.
/// </summary>
internal sealed class FaultLedger
{
    // Without a receipt that succeeded in between nothing speaks for the system either: only every second fault counts.
    private const int LoneFaultsOfOne = 2;

    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _sinceSuccess = [];
    private readonly Dictionary<Guid, Faulted> _receipts = [];
    private long _successes;

    /// <summary>A receipt came to its result.</summary>
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

    /// <summary>Notes that processing a receipt failed for no known reason; whether it is to blame for it.</summary>
    /// <param name="receiptId">The receipt.</param>
    public bool IsToBlame(Guid receiptId)
    {
        lock (_lock)
        {
            _sinceSuccess.Add(receiptId);
            var before = _receipts.GetValueOrDefault(receiptId);
            var others = before is not null && before.Successes < _successes;
            var lone = others ? 0 : (before?.Lone ?? 0) + 1;
            _receipts[receiptId] = new Faulted(_successes, lone);
            return _sinceSuccess.Count == 1 && (others || lone % LoneFaultsOfOne == 0);
        }
    }

    private sealed record Faulted(long Successes, int Lone);
}
