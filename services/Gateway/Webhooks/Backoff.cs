namespace Ocr.Gateway.Webhooks;

/// <summary>Waits between the attempts of a delivery: 5 s, then three times the previous wait, at most 6 h, for one day.</summary>
internal static class Backoff
{
    /// <summary>Time after which a delivery is given up.</summary>
    public static readonly TimeSpan Total = TimeSpan.FromHours(24);

    private const double Factor = 3;
    private const int MaxExponent = 10;
    private const int JitterSteps = 21;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Time of the next attempt; <see langword="null"/> when there is none. The last one is at <paramref name="giveUpAt"/>.</summary>
    /// <param name="id">Id of the delivery, which spreads the attempts of many deliveries by up to 10 %.</param>
    /// <param name="attempts">Number of attempts, at least 1.</param>
    /// <param name="giveUpAt">Time of the last attempt.</param>
    /// <param name="now">Now, UTC.</param>
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
