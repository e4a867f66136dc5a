using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.Ingest.Upload;

/// <summary>Makes receipts of the files of a valid upload: images first, then all rows in one transaction.</summary>
internal sealed class ReceiptWriter(IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, TimeProvider time)
{
    private const int NameAttempts = 10;

    /// <summary>Stores the images and rows and returns the rows. An image whose row is not written stays behind for the sweep.</summary>
    public async Task<IReadOnlyList<ReceiptRow>> WriteAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        await PutAsync(files, cancellationToken);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InsertAsync(files, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < NameAttempts)
            {
                // Another upload took one of the names between the look and the insert: look again.
            }
        }
    }

    private async Task PutAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in files)
            {
                await objects.PutAsync(KeyOf(file), file.Content, file.Header!.ContentType, cancellationToken);
            }
        }
        catch (IOException fault)
        {
            throw new NotStoredException(fault);
        }
    }

    private async Task<IReadOnlyList<ReceiptRow>> InsertAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<ReceiptRow>(files.Count);
        foreach (var file in files)
        {
            rows.Add(Row(file, await NameAsync(database, file, taken, cancellationToken)));
        }

        database.Receipts.AddRange(rows);
        await database.SaveChangesAsync(cancellationToken);
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
