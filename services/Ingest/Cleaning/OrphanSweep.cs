using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Objects;
using Ocr.Storage;

namespace Ocr.Ingest.Cleaning;

/// <summary>
/// Finds images in the object store that no receipt references, after an interrupted upload or cleaning. Images older than the database are kept:
/// their receipts were in a database that was lost, and the images are the only remaining data.
/// </summary>
internal sealed class OrphanSweep(IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, ImageRemover images, ServiceClock clock)
{
    private const int Chunk = 500;

    /// <summary>Removes orphans that were stored before an instant.</summary>
    public async Task<CleanReport> RunAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var report = new CleanReport(0, 0, 0);
        var born = await clock.BornAtAsync(cancellationToken);
        var chunk = new List<ObjectInfo>(Chunk);
        await foreach (var found in objects.ListAsync(cancellationToken))
        {
            if (found.LastModified <= before && found.LastModified > born)
            {
                chunk.Add(found);
            }

            if (chunk.Count == Chunk)
            {
                report += await RemoveAsync(chunk, cancellationToken);
                chunk.Clear();
            }
        }

        return report + await RemoveAsync(chunk, cancellationToken);
    }

    // Most images have a receipt, so receipts are looked up first. The remover checks again, concurrently with uploads in progress.
    private async Task<CleanReport> RemoveAsync(List<ObjectInfo> found, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = found.Select(item => item.Key).ToArray();
        var named = await database.Receipts.Where(row => keys.Contains(row.ObjectKey) && !row.ImageRemoved)
            .Select(row => row.ObjectKey).Distinct().ToListAsync(cancellationToken);
        var (count, bytes) = await images.RemoveUnusedAsync(
            found.Where(item => !named.Contains(item.Key)).Select(item => (item.Key, item.SizeBytes)), cancellationToken);
        return new CleanReport(count, 0, bytes);
    }
}
