using Ocr.Ingest.Clocks;

namespace Ocr.Ingest.Cleaning;

/// <summary>
/// Age limits of a cleaning: data older than the instant of its kind is removed; <see langword="null"/> keeps all of it. The instants are times of the service
/// clock, except for orphans, whose age the object store reports. Orphans contain no accepted receipt.
/// </summary>
/// <param name="Pending">Limit for receipts in no batch, by the time of their upload.</param>
/// <param name="Files">Limit for images of failed receipts, by the time when they became final.</param>
/// <param name="Results">Limit for finished batches with their results, by the time when the last receipt became final.</param>
/// <param name="Orphans">Limit for images without a receipt, by the time when they were stored (system time).</param>
internal sealed record CleanAges(DateTimeOffset? Pending, DateTimeOffset? Files, DateTimeOffset? Results, DateTimeOffset? Orphans)
{
    /// <summary>Ages in hours at this moment; <see langword="null"/> keeps all of a kind.</summary>
    public static async Task<CleanAges> OfHoursAsync(
        int? pending, int? files, int? results, ServiceClock clock, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        return new CleanAges(Before(now, pending), Before(now, files), Before(now, results), Before(time.GetUtcNow(), files));
    }

    private static DateTimeOffset? Before(DateTimeOffset now, int? hours) => hours is { } age ? now.AddHours(-age) : null;
}
