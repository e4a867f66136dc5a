using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;
using Ocr.Persistence;

namespace Ocr.Gateway.Events;

/// <summary>
/// The receivers of events. Every replica reads them at most once per <see cref="MaxAge"/>, and decides with nothing older. A request that adds a
/// receiver waits that long before its response, so every event after the response is stored (docs/adr/0048).
/// </summary>
internal sealed class EventAudience(IDbContextFactory<GatewayDbContext> contexts, IOptions<EventOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Maximum age of what a decision is based on.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(500);

    // Timers and clocks of processes differ by some milliseconds.
    private static readonly TimeSpan Settled = MaxAge + TimeSpan.FromMilliseconds(50);

    // Replicas whose clocks differ must not stop storing while another one still continues a stream without a gap.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    // A stopped clock of the rows does not stop this one.
    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Snapshot? _last;

    /// <summary>The audience, read at most <see cref="MaxAge"/> before this call.</summary>
    public async ValueTask<Audience> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && IsFresh(last))
        {
            return last.Audience;
        }

        var asked = _clock.GetTimestamp();
        await _reading.WaitAsync(cancellationToken);
        try
        {
            // When the database is slow, a read that began after the question is new enough for it.
            if (_last is not { } other || (other.Begun < asked && !IsFresh(other)))
            {
                var begun = _clock.GetTimestamp();
                _last = other = new Snapshot(begun, await ReadAsync(cancellationToken));
            }

            return other.Audience;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Call it after a new receiver was committed: afterwards every replica stores its events.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => Task.Delay(Settled, _clock, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private bool IsFresh(Snapshot snapshot) => _clock.GetElapsedTime(snapshot.Begun) < MaxAge;

    private async Task<Audience> ReadAsync(CancellationToken cancellationToken)
    {
        var listened = options.Value.ResumableFrom(time.GetUtcMilliseconds()) - Margin;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Listeners.Where(row => row.ListenedUntil > listened).Select(row => new { Owner = row.Scope, Types = (string?)null })
            .Concat(database.Webhooks.Where(row => row.Active).Select(row => new { Owner = row.Tenant, Types = (string?)row.Events }).Distinct())
            .ToListAsync(cancellationToken);
        return new Audience(
            rows.Where(row => row.Types is null).Select(row => row.Owner),
            rows.Where(row => row.Types is not null).Select(row => (row.Owner, row.Types!)));
    }

    private sealed record Snapshot(long Begun, Audience Audience);
}
