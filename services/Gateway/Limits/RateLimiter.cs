namespace Ocr.Gateway.Limits;

/// <summary>
/// Applies limits over all gateways while Redis is available. Without Redis each gateway grants its share of the limits, including the requests
/// that it admitted before (docs/adr/0017).
/// </summary>
internal sealed class RateLimiter(RedisRateCounter shared, LocalRateCounter local)
{
    private int _gateways = 1;

    /// <summary>Checks a request, and counts it when it is admitted.</summary>
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
