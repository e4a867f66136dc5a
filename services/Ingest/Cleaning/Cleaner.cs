using Ocr.Contracts;
using Ocr.ServiceDefaults.Storage;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>Removes what is old. Safe beside uploads, batches and other cleanings, and to be stopped and repeated at any point.</summary>
internal sealed class Cleaner(FinishedBatchSweep batches, PendingSweep pending, FailedSweep failed, OrphanSweep orphans, DiskBallast ballast)
{
    /// <summary>Removes pending, failed and finished receipts of some age, and images that no receipt has.</summary>
    /// <param name="ages">What is old.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    /// <exception cref="TimeoutException">Results does not answer.</exception>
    /// <exception cref="IOException">The object store does not.</exception>
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

        // Nobody owns an image without a receipt: the administrator's cleaning and that of the default tenant remove it.
        return ages.Orphans is { } put && (scope.SeesAll || scope.Tenant == Tenants.Default) ? report + await orphans.RunAsync(put, cancellationToken) : report;
    }
}

/// <summary>What went.</summary>
/// <param name="Files">Images, counted once a receipt.</param>
/// <param name="Results">Stored results.</param>
/// <param name="FreedBytes">Their size; an image that another receipt still has frees nothing.</param>
internal sealed record CleanReport(int Files, int Results, long FreedBytes)
{
    public static CleanReport operator +(CleanReport one, CleanReport other) =>
        new(one.Files + other.Files, one.Results + other.Results, one.FreedBytes + other.FreedBytes);
}
