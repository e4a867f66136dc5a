namespace Ocr.Gateway.Limits;

/// <summary>
/// Decides with all gateways together while Redis answers, and alone while it does not: then each grants its share, counted on from what
/// it has let through itself (docs/adr/0017).
/// </summary>
internal sealed class RateLimiter(RedisRateCounter shared, LocalRateCounter local)
{
    private int _gateways = 1;

    /// <summary>Decides about a request, and counts it when it may pass.</summary>
    public async ValueTask<RateVerdict> TakeAsync(string client, IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken)
    {
        if (windows.Count == 0)
        {
            return default;
        }

        var response = await shared.TakeAsync(client, windows, cancellationToken);
        if (!response.Succeeded)
        {
            return local.Take(client, windows, Volatile.Read(ref _gateways));
        }

        var (verdict, gateways) = response.Value;
        Volatile.Write(ref _gateways, gateways);
        if (verdict.Allowed)
        {
            local.Record(client, windows);
        }

        return verdict;
    }
}
