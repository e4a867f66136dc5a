using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Images;
using Ocr.Ingest.Objects;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.Ingest.Upload;

/// <summary>Creates receipts from the files of a valid upload: images first, then all rows in one transaction.</summary>
internal sealed class ReceiptWriter(
    IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, ObjectReservations reservations, CostBudget budget, ServiceClock clock, TimeProvider time)
{
    /// <summary>Stores the images and rows and returns the rows. The next cleaning removes images without a row.</summary>
    /// <exception cref="ApiException">The images cost more to read than the sender's budget has left.</exception>
    /// <exception cref="NotStoredException">The object store cannot store the images, or not in time.</exception>
    public Task<IReadOnlyList<ReceiptRow>> WriteAsync(
        IReadOnlyList<UploadedFile> files, Sender sender, AlsoStore also, CancellationToken cancellationToken) =>
        StoreAsync(files, sender, also, rollBack: false, cancellationToken);

    /// <summary>Does the work of <see cref="WriteAsync"/> and rolls the rows back. The images remain until they are removed.</summary>
    public Task RehearseAsync(IReadOnlyList<UploadedFile> files, AlsoStore also, CancellationToken cancellationToken) =>
        StoreAsync(files, new Sender("", Weight: 1, CostPerMinute: 0, Tenants.Default, Guid.NewGuid()), also, rollBack: true, cancellationToken);

    /// <summary>Key of an uploaded file in the object store.</summary>
    public static string KeyOf(UploadedFile file) => ObjectKey.ForContent(file.Sha256, file.Header!.Extension);

    private async Task<IReadOnlyList<ReceiptRow>> StoreAsync(
        IReadOnlyList<UploadedFile> files, Sender sender, AlsoStore also, bool rollBack, CancellationToken cancellationToken)
    {
        await budget.CheckAsync(sender, CostOf(files), cancellationToken);
        var images = files.Select(KeyOf).Distinct().ToArray();
        var reservation = await reservations.TakeAsync(images, cancellationToken);
        var isReleased = false;
        try
        {
            await PutAsync(files, cancellationToken);
            var rows = await InsertAsync(files, sender, also, reservation, images.Length, rollBack, cancellationToken);
            isReleased = !rollBack;
            return rows;
        }
        finally
        {
            if (!isReleased)
            {
                await reservations.DropAsync(reservation);
            }
        }
    }

    private async Task PutAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(ObjectReservations.ForUpload, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            foreach (var file in files)
            {
                file.Content.Position = 0;
                await objects.PutAsync(KeyOf(file), file.Content, file.Header!.ContentType, either.Token);
            }
        }
        catch (Exception error) when (error is IOException || (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            throw new NotStoredException(error);
        }
    }

    private async Task<IReadOnlyList<ReceiptRow>> InsertAsync(
        IReadOnlyList<UploadedFile> files, Sender sender, AlsoStore also, Guid reservation, int images, bool rollBack, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.LockNamesAsync(files.Select(file => $"{sender.Tenant}/{StoredNames.Stem(file.Metadata!)}"), cancellationToken);
        await budget.ChargeAsync(database, sender, CostOf(files), cancellationToken);
        var names = new FreeNames(name => database.Receipts.AnyAsync(row => row.Tenant == sender.Tenant && row.StoredName == name, cancellationToken));
        var now = await clock.NowAsync(cancellationToken);
        var rows = new List<ReceiptRow>(files.Count);
        foreach (var file in files)
        {
            rows.Add(Row(file, sender, await names.TakeAsync(StoredNames.Stem(file.Metadata!), file.Header!.Extension), now));
        }

        database.Receipts.AddRange(rows);
        await also(database, rows, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        if (!await reservations.ReleaseAsync(database, reservation, images, cancellationToken))
        {
            throw new NotStoredException(new TimeoutException("Putting the images took longer than they are held."));
        }

        if (!rollBack)
        {
            // Without it the transaction rolls back when it is closed.
            await transaction.CommitAsync(cancellationToken);
        }

        return rows;
    }

    private ReceiptRow Row(UploadedFile file, Sender sender, string storedName, DateTimeOffset now) => new()
    {
        ReceiptId = Guid.NewGuid(),
        Tenant = sender.Tenant,
        UploadId = sender.UploadId,
        StoredName = storedName,
        OriginalName = file.OriginalName,
        ObjectKey = KeyOf(file),
        Sha256 = file.Sha256,
        ContentType = file.Header!.ContentType,
        SizeBytes = file.SizeBytes,
        UploadedAt = time.GetUtcMilliseconds(),
        AcceptedAt = now,
        Owner = sender.Owner,
        Weight = sender.Weight,
        Cost = ReadingCost.Of(file.Header),
        Metadata = file.Metadata!,
        Traceparent = Spans.Context,
        Outcome = new ReceiptOutcome(),
    };

    private static double CostOf(IEnumerable<UploadedFile> files) => files.Sum(file => ReadingCost.Of(file.Header!));
}
