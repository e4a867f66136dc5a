using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Telemetry;

/// <summary>The oldest stored result whose event is not confirmed.</summary>
/// <param name="Since">When it was stored, UTC; null when there is none.</param>
internal sealed record OldestUntold(DateTimeOffset? Since);

/// <summary>Samples rows whose event is not confirmed, for the gauge of the outbox.</summary>
internal sealed class OutboxSample : PeriodicSample<OldestUntold>
{
    private readonly IDbContextFactory<ResultsDbContext> _contexts;

    public OutboxSample(
        IDbContextFactory<ResultsDbContext> contexts, IMeterFactory meters, TimeProvider time, ILogger<OutboxSample> logger)
        : base(time, logger)
    {
        _contexts = contexts;
        meters.Create(Metrics.ResultsMeter).Gauge(Metrics.OutboxAge, () => Latest is { } oldest
            ? [new Measurement<double>(oldest.Since is { } since ? Math.Max(0, (time.GetUtcNow() - since).TotalSeconds) : 0)]
            : []);
    }

    /// <inheritdoc/>
    protected override async Task<OldestUntold> TakeAsync(CancellationToken cancellationToken)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        return new OldestUntold(await database.Results.Where(row => !row.Published)
            .OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.StoredAt).FirstOrDefaultAsync(cancellationToken));
    }
}
