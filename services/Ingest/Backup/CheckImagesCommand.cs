using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.Storage;

namespace Ocr.Ingest.Backup;

/// <summary>
/// <c>check-images</c>: lists rows whose image is not in the store, and images that no row references. The exit code is 1 when a row lacks its
/// image. Uploads in progress are counted as images without a row.
/// </summary>
internal sealed class CheckImagesCommand(IDbContextFactory<IngestDbContext> contexts, IObjectStore objects) : IProgramCommand
{
    private const int MaxNames = 20;

    /// <inheritdoc/>
    public string Name => "check-images";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments { get; } = [];

    /// <inheritdoc/>
    public async Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // Rows first: the image of each of these rows is already in the store.
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Receipts.Where(row => !row.ImageRemoved)
            .Select(row => new { row.ObjectKey, row.StoredName }).ToListAsync(cancellationToken);
        var stored = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in objects.ListAsync(cancellationToken))
        {
            stored.Add(found.Key);
        }

        var images = stored.Count;
        var missing = rows.Where(row => !stored.Contains(row.ObjectKey)).Select(row => row.StoredName).Order(StringComparer.Ordinal).ToArray();
        stored.ExceptWith(rows.Select(row => row.ObjectKey));
        var names = missing.Length == 0 ? "" : ": " + string.Join(", ", missing.Take(MaxNames)) + (missing.Length > MaxNames ? ", …" : "");
        return ($"{rows.Count} rows, {images} images; {stored.Count} images without a row; {missing.Length} rows without their image{names}",
            missing.Length == 0 ? 0 : 1);
    }
}
