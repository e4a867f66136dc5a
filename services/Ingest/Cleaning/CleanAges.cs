using Ocr.Ingest.Clocks;

namespace Ocr.Ingest.Cleaning;

/// <summary>
/// Age limits of a cleaning: data of each kind from before an instant is removed; <see langword="null"/> keeps all of it. The instants are of the service
/// clock, except for orphans, whose age the object store reports. Orphans contain no accepted receipt.
/// </summary>
/// <param name="Pending">Receipts in no batch, when they were accepted.</param>
/// <param name="Files">Images of receipts that failed, when they became final.</param>
/// <param name="Results">Finished batches with their results, when the last receipt became final.</param>
/// <param name="Orphans">Images that no receipt has, when they were put, by the time of day.</param>
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
