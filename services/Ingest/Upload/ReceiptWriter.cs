using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Objects;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.Ingest.Upload;

/// <summary>Makes receipts of the files of a valid upload: images first, then all rows in one transaction.</summary>
internal sealed class ReceiptWriter(
    IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, ImageHolds holds, TimeProvider time)
{
    /// <summary>Stores the images and rows and returns the rows. An image whose row is not written stays behind for the next cleaning.</summary>
    /// <exception cref="NotStoredException">The object store does not take the images, or not in time.</exception>
    public async Task<IReadOnlyList<ReceiptRow>> WriteAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        var images = files.Select(KeyOf).Distinct().ToArray();
        var hold = await holds.TakeAsync(images, cancellationToken);
        try
        {
            await PutAsync(files, cancellationToken);
            return await InsertAsync(files, hold, images.Length, cancellationToken);
        }
        catch
        {
            await holds.DropAsync(hold);
            throw;
        }
    }

    private async Task PutAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(ImageHolds.ForUpload, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            foreach (var file in files)
            {
                await objects.PutAsync(KeyOf(file), file.Content, file.Header!.ContentType, either.Token);
            }
        }
        catch (Exception fault) when (fault is IOException || (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            throw new NotStoredException(fault);
        }
    }

    private async Task<IReadOnlyList<ReceiptRow>> InsertAsync(
        IReadOnlyList<UploadedFile> files, Guid hold, int images, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.LockNamesAsync(files.Select(file => StoredNames.Stem(file.Metadata!)), cancellationToken);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<ReceiptRow>(files.Count);
        foreach (var file in files)
        {
            rows.Add(Row(file, await NameAsync(database, file, taken, cancellationToken)));
        }

        database.Receipts.AddRange(rows);
        await database.SaveChangesAsync(cancellationToken);
        if (!await holds.ReleaseAsync(database, hold, images, cancellationToken))
        {
            throw new NotStoredException(new TimeoutException("Putting the images took longer than they are held."));
        }

        await transaction.CommitAsync(cancellationToken);
        return rows;
    }

    private static async Task<string> NameAsync(
        IngestDbContext database, UploadedFile file, HashSet<string> taken, CancellationToken cancellationToken)
    {
        var stem = StoredNames.Stem(file.Metadata!);
        var extension = file.Header!.Extension;
        var plain = StoredNames.FirstFree(stem, extension, _ => false);
        // The usual name is free, which the index tells; only a stem that is in use is worth looking through.
        if (taken.Contains(plain) || await database.Receipts.AnyAsync(row => row.StoredName == plain, cancellationToken))
        {
            taken.UnionWith(await database.Receipts
                .Where(row => row.StoredName.StartsWith(stem)).Select(row => row.StoredName).ToListAsync(cancellationToken));
        }

        var name = StoredNames.FirstFree(stem, extension, taken.Contains);
        taken.Add(name);
        return name;
    }

    private ReceiptRow Row(UploadedFile file, string storedName) => new()
    {
        ReceiptId = Guid.NewGuid(),
        StoredName = storedName,
        OriginalName = file.OriginalName,
        ObjectKey = KeyOf(file),
        Sha256 = file.Sha256,
        ContentType = file.Header!.ContentType,
        SizeBytes = file.SizeBytes,
        UploadedAt = time.GetUtcMilliseconds(),
        Metadata = file.Metadata!,
        Traceparent = Spans.Context,
        Outcome = new ReceiptOutcome(),
    };

    private static string KeyOf(UploadedFile file) => ObjectKey.ForContent(file.Sha256, file.Header!.Extension);
}
