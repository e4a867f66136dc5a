using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;

namespace Ocr.Gateway.Audit;

/// <summary>
/// Writes events to the log immediately and to the table within a second. While the database is unavailable they are kept in memory, up to a
/// limit. Refused keys over the limit per write are in the log only.
/// </summary>
internal sealed class AuditTrail(
    IDbContextFactory<GatewayDbContext> contexts, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditTrail> logger) : BackgroundService
{
    private const int MaxWaiting = 10_000;
    private const int MaxRefusalsPerFlush = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenRemovals = TimeSpan.FromHours(1);

    private readonly ConcurrentQueue<AuditRow> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1);
    private int _refusals;
    private DateTimeOffset _removedAt;

    /// <summary>Records an event.</summary>
    public void Record(AuditRow row)
    {
        // Without the target: file names contain names of people.
        Log.Audited(logger, row.Action, row.Actor, row.KeyId, row.Address, row.StatusCode);
        var isRefusal = row.Action == AuditActions.KeyRefused;
        if (_waiting.Count < MaxWaiting && (!isRefusal || Interlocked.Increment(ref _refusals) <= MaxRefusalsPerFlush))
        {
            _waiting.Enqueue(row);
        }
    }

    /// <summary>The events of a page, the latest first. Pending events of this process are written first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(int limit, int offset, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Audit.AsNoTracking().OrderByDescending(row => row.Id).Skip(offset).Take(limit).ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryFlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes the remaining events.
        }
    }

    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
            await RemoveOldAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AuditNotStored(logger, exception);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var rows = _waiting.ToArray();
            if (rows.Length > 0)
            {
                await using var database = await contexts.CreateDbContextAsync(cancellationToken);
                database.Audit.AddRange(rows);
                await database.SaveChangesAsync(cancellationToken);
            }

            // Removed after they are stored. Only the holder of the semaphore dequeues.
            Array.ForEach(rows, _ => _waiting.TryDequeue(out AuditRow? _));
            Volatile.Write(ref _refusals, 0);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _removedAt < BetweenRemovals)
        {
            return;
        }

        var oldest = now.AddDays(-options.Value.RetentionDays);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Audit.Where(row => row.At < oldest).ExecuteDeleteAsync(cancellationToken);
        _removedAt = now;
    }
}
