using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Batches;

/// <summary>
/// Waits for a batch of this process. Events wake it. For events that another replica received, it polls the rows after a quarter of the time waited
/// so far, at least 50 ms and at most 1 s: a single receipt has little delay, and many waiting requests poll rarely.
/// </summary>
internal sealed class BatchWaiter(
    IDbContextFactory<IngestDbContext> contexts, BatchSignals signals, IHostApplicationLifetime host, TimeProvider time)
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Returns the state of the batch once it is finished, the timeout expires, or the process stops. The batch continues after that. During an outage of
    /// the database the client still receives its batch id.
    /// </summary>
    public async Task<BatchProgress> WaitAsync(BatchRow batch, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var watch = signals.Watch(batch.RequestId);
        try
        {
            var started = time.GetTimestamp();
            while (true)
            {
                var before = watch.Final;
                var open = await OpenAsync(batch, cancellationToken);
                watch.Await(before, open);
                var waited = time.GetElapsedTime(started);
                var left = timeout - waited;
                if (open == 0 || left <= TimeSpan.Zero || host.ApplicationStopping.IsCancellationRequested)
                {
                    return await ReadAsync(batch, cancellationToken);
                }

                var poll = TimeSpan.FromTicks(Math.Clamp(waited.Ticks / 4, ShortestPoll.Ticks, LongestPoll.Ticks));
                await WaitForEventAsync(watch, left < poll ? left : poll, cancellationToken);
            }
        }
        finally
        {
            signals.Unwatch(batch.RequestId);
        }
    }

    private Task<BatchProgress> ReadAsync(BatchRow batch, CancellationToken cancellationToken) =>
        QueryAsync(
            async database => await BatchProgress.ReadAsync(database, batch.RequestId, TenantScope.Of(batch.Tenant), cancellationToken)
                ?? throw new ApiException(ApiErrors.NotFound("El lote terminó y fue eliminado por una limpieza")),
            BatchProgress.Unknown(batch),
            cancellationToken);

    private Task<int> OpenAsync(BatchRow batch, CancellationToken cancellationToken) =>
        QueryAsync(
            database => database.Receipts.CountAsync(
                row => row.RequestId == batch.RequestId && row.State == ReceiptState.Processing, cancellationToken),
            batch.Size,
            cancellationToken);

    private async Task<T> QueryAsync<T>(Func<IngestDbContext, Task<T>> query, T duringOutage, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            return await query(database);
        }
        catch (Exception exception) when (MessageRetryPolicy.IsOutage(exception))
        {
            return duringOutage;
        }
    }

    private async Task WaitForEventAsync(BatchWatch watch, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        await Task.WhenAny(Task.Delay(longest, time, either.Token), watch.WaitAsync(either.Token));
        await either.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
