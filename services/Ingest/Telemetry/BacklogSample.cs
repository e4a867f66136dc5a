using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Telemetry;

/// <summary>Samples waiting rows for the gauges of receipts and of the outbox.</summary>
internal sealed class BacklogSample : PeriodicSample<Backlog>
{
    private readonly IDbContextFactory<IngestDbContext> _contexts;
    private readonly TimeProvider _time;

    public BacklogSample(
        IDbContextFactory<IngestDbContext> contexts, IMeterFactory meters, TimeProvider time, ILogger<BacklogSample> logger)
        : base(time, logger)
    {
        (_contexts, _time) = (contexts, time);
        var meter = meters.Create(Metrics.IngestMeter);
        meter.Gauge(Metrics.Open, () => Measure(static (backlog, _) => [(backlog.Pending.Count, "pending"), (backlog.Processing.Count, "processing")]));
        meter.Gauge(Metrics.QueueAge, () => Measure(static (backlog, now) =>
            [(Age(backlog.Pending, now), "pending"), (Age(backlog.Processing, now), "processing")]));
        meter.Gauge(Metrics.OutboxAge, () => Measure(static (backlog, now) => [(Age(backlog.Unpublished, now), null)]));
    }

    /// <inheritdoc/>
    protected override async Task<Backlog> TakeAsync(CancellationToken cancellationToken)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        var pending = database.Receipts.Where(row => row.State == ReceiptState.Pending);
        var processing = database.Receipts.Where(row => row.State == ReceiptState.Processing);
        var opened = database.Batches.Where(batch => processing.Any(row => row.RequestId == batch.RequestId));
        var batches = await OldestAsync(
            database.Batches.Where(row => !row.Published).OrderBy(row => row.OpenedAt).Select(row => row.OpenedAt), cancellationToken);
        var completed = await database.Batches
            .Where(row => !row.CompletionPublished && !processing.Any(receipt => receipt.RequestId == row.RequestId))
            .Select(row => database.Receipts.Where(receipt => receipt.RequestId == row.RequestId).Max(receipt => receipt.Outcome.StoredAt))
            .MinAsync(cancellationToken);
        return new Backlog(
            new(await pending.CountAsync(cancellationToken),
                await OldestAsync(pending.OrderBy(row => row.Id).Select(row => row.UploadedAt), cancellationToken)),
            new(await processing.CountAsync(cancellationToken),
                await OldestAsync(opened.OrderBy(row => row.OpenedAt).Select(row => row.OpenedAt), cancellationToken)),
            new(0, new[] { batches, completed }.Min()));
    }

    private static Task<DateTimeOffset?> OldestAsync(IQueryable<DateTimeOffset> instants, CancellationToken cancellationToken) =>
        instants.Select(instant => (DateTimeOffset?)instant).FirstOrDefaultAsync(cancellationToken);

    private static double Age(Backlog.Line line, DateTimeOffset now) => line.Oldest is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0;

    private IEnumerable<Measurement<double>> Measure(Func<Backlog, DateTimeOffset, (double Value, string? State)[]> values) =>
        Latest is { } backlog
            ? values(backlog, _time.GetUtcNow()).Select(item => item.State is null
                ? new Measurement<double>(item.Value)
                : new Measurement<double>(item.Value, new KeyValuePair<string, object?>(Metrics.StateTag, item.State)))
            : [];
}
