namespace Ocr.Gateway.Limits;

/// <summary>Counts the admitted requests of this process, per client and window.</summary>
internal sealed class LocalRateCounter(TimeProvider time)
{
    // Beyond this number of clients per hour, new clients are counted together, so that memory stays bounded.
    private const int MaxClients = 50_000;
    private const string Newcomers = "*";
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, LocalWindow>> _clients = new(StringComparer.Ordinal);
    private long _sweptAt;

    /// <summary>Counts a request in all windows if each of them has room; otherwise in none.</summary>
    /// <param name="client">Name of the client.</param>
    /// <param name="windows">The windows of the request.</param>
    /// <param name="share">Number of replicas that share a client's requests: each grants its part of the limit, at least 1.</param>
    public RateVerdict Take(string client, IReadOnlyList<RateWindow> windows, int share)
    {
        lock (_lock)
        {
            var now = Now();
            var counts = windows.Select(window => Window(client, window)).ToArray();
            var verdict = windows
                .Select((window, index) => new RateVerdict(
                    window, TimeSpan.FromMilliseconds(counts[index].WaitFor(Math.Max(1, window.Limit / share), now))))
                .MaxBy(candidate => candidate.RetryAfter);
            if (verdict.RetryAfter > TimeSpan.Zero)
            {
                return verdict;
            }

            Array.ForEach(counts, window => window.Add(now));
            return default;
        }
    }

    /// <summary>Counts a request that Redis admitted, so that this counter is up to date when Redis becomes unavailable.</summary>
    public void Record(string client, IReadOnlyList<RateWindow> windows)
    {
        lock (_lock)
        {
            var now = Now();
            foreach (var window in windows)
            {
                Window(client, window).Add(now);
            }
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private LocalWindow Window(string client, RateWindow window)
    {
        Sweep();
        if (!_clients.TryGetValue(client, out var windows) && _clients.Count >= MaxClients && client != Newcomers)
        {
            return Window(Newcomers, window);
        }

        windows ??= _clients[client] = new(StringComparer.Ordinal);
        return windows.TryGetValue(window.Name, out var count) ? count : windows[window.Name] = new LocalWindow(window);
    }

    private void Sweep()
    {
        var now = Now();
        if (now - _sweptAt < Memory.TotalMilliseconds / 10)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (client, windows) in _clients.ToArray())
        {
            if (windows.Values.All(window => window.IsEmpty(now)))
            {
                _clients.Remove(client);
            }
        }
    }
}
