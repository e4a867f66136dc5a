using Ocr.Contracts;
using Ocr.ServiceDefaults.Storage;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>Removes old data. It can run concurrently with uploads, batches and other cleanings, and can be stopped and repeated at any point.</summary>
internal sealed class Cleaner(FinishedBatchSweep batches, PendingSweep pending, FailedSweep failed, OrphanSweep orphans, DiskBallast ballast)
{
    /// <summary>Removes pending, failed and finished receipts above an age, and images that no receipt references.</summary>
    /// <param name="ages">Age limits.</param>
    /// <param name="scope">Tenants whose data is removed.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    /// <exception cref="TimeoutException">Results does not respond.</exception>
    /// <exception cref="IOException">The object store does not respond.</exception>
    public async Task<CleanReport> CleanAsync(CleanAges ages, TenantScope scope, CancellationToken cancellationToken)
    {
        using var room = ballast.Release();
        var report = new CleanReport(0, 0, 0);
        if (ages.Results is { } results)
        {
            report += await batches.RunAsync(results, scope, cancellationToken);
        }

        if (ages.Pending is { } accepted)
        {
            report += await pending.RunAsync(accepted, scope, cancellationToken);
        }

        if (ages.Files is { } files)
        {
            report += await failed.RunAsync(files, scope, cancellationToken);
        }

        // An image without a receipt has no owner: the administrator's cleaning and that of the default tenant remove it.
        return ages.Orphans is { } put && (scope.SeesAll || scope.Tenant == Tenants.Default) ? report + await orphans.RunAsync(put, cancellationToken) : report;
    }
}

/// <summary>Removed data.</summary>
/// <param name="Files">Images, counted once per receipt.</param>
/// <param name="Results">Stored results.</param>
/// <param name="FreedBytes">Their size; an image that another receipt still references frees nothing.</param>
internal sealed record CleanReport(int Files, int Results, long FreedBytes)
{
    public static CleanReport operator +(CleanReport one, CleanReport other) =>
        new(one.Files + other.Files, one.Results + other.Results, one.FreedBytes + other.FreedBytes);
}
