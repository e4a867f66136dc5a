namespace Ocr.Ingest.Cleaning;

/// <summary>Removes what is old. Safe beside uploads, batches and other cleanings, and to be stopped and repeated at any point.</summary>
internal sealed class Cleaner(FinishedBatchSweep batches, PendingSweep pending, FailedSweep failed, OrphanSweep orphans)
{
    /// <summary>Removes files from before an instant: pending ones, failed ones, and those that no receipt has.</summary>
    /// <param name="filesBefore">Files of that age or older go.</param>
    /// <param name="resultsBefore">Finished batches of that age or older go with their results and files; <see langword="null"/> to keep all.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    /// <exception cref="TimeoutException">Results does not answer.</exception>
    /// <exception cref="IOException">The object store does not.</exception>
    public async Task<CleanReport> CleanAsync(
        DateTimeOffset filesBefore, DateTimeOffset? resultsBefore, CancellationToken cancellationToken)
    {
        var report = new CleanReport(0, 0, 0);
        if (resultsBefore is { } before)
        {
            report += await batches.RunAsync(before, cancellationToken);
        }

        report += await pending.RunAsync(filesBefore, cancellationToken);
        report += await failed.RunAsync(filesBefore, cancellationToken);
        return report + await orphans.RunAsync(filesBefore, cancellationToken);
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
