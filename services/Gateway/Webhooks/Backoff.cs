namespace Ocr.Gateway.Webhooks;

/// <summary>When a failed delivery is sent again: after 5 s, then three times as long each time, at most 6 h, for a day.</summary>
internal static class Backoff
{
    /// <summary>Time after which a delivery is given up.</summary>
    public static readonly TimeSpan Total = TimeSpan.FromHours(24);

    private const double Factor = 3;
    private const int MaxExponent = 10;
    private const int JitterSteps = 21;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The next attempt; <see langword="null"/> when there is none. The last one is at the end of the time.</summary>
    /// <param name="id">Delivery; spreads the attempts of many deliveries by up to a tenth.</param>
    /// <param name="attempts">Attempts that were made, at least 1.</param>
    /// <param name="giveUpAt">End of the time.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? Next(long id, int attempts, DateTimeOffset giveUpAt, DateTimeOffset now)
    {
        if (now >= giveUpAt)
        {
            return null;
        }

        var wait = First * Math.Pow(Factor, Math.Min(attempts - 1, MaxExponent));
        var spread = 0.9 + (0.01 * (id % JitterSteps));
        var next = now + ((wait < Longest ? wait : Longest) * spread);
        return next < giveUpAt ? next : giveUpAt;
    }
}
