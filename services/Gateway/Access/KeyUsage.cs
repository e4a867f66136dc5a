using System.Collections.Concurrent;
using Ocr.Persistence;

namespace Ocr.Gateway.Access;

/// <summary>Counts the usage of keys in memory and writes it every few seconds, not at every request.</summary>
internal sealed class KeyUsage(ApiKeys keys, TimeProvider time, ILogger<KeyUsage> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (long Requests, DateTimeOffset LastUsedAt)> _counted = new();

    /// <summary>Counts a request of a key.</summary>
    public void Count(Guid id)
    {
        var now = time.GetUtcMilliseconds();
        _counted.AddOrUpdate(id, (1, now), (_, counted) => (counted.Requests + 1, now));
    }

    /// <summary>Writes the counts. Counts that cannot be written are kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _counted.Keys)
        {
            if (!_counted.TryRemove(id, out var counted))
            {
                continue;
            }

            try
            {
                await keys.CountAsync(id, counted.Requests, counted.LastUsedAt, cancellationToken);
            }
            catch (Exception exception)
            {
                _counted.AddOrUpdate(id, counted, (_, newer) => (counted.Requests + newer.Requests, newer.LastUsedAt));
                Log.UsageNotStored(logger, exception);
                return;
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes the remaining counts.
        }
    }
}
