using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Objects;

/// <summary>
/// Separates uploads and removals of the same image across all replicas (docs/adr/0020). Each stores its reservation before it checks for a
/// reservation of the other kind, so at least one of them detects the conflict: the upload waits, and the removal skips the image.
/// </summary>
internal sealed class ObjectReservations(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock, TimeProvider time)
{
    /// <summary>Maximum time of an upload to store its images and write its rows.</summary>
    public static readonly TimeSpan ForUpload = TimeSpan.FromMinutes(10);

    /// <summary>Maximum time of a removal. A removal stops well before, because a request to the store may still be in progress.</summary>
    public static readonly TimeSpan ForRemoval = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Reserves images, including images that do not exist yet, against removal. Returns when no removal of them is in progress.</summary>
    public async Task<Guid> TakeAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var owner = await WriteAsync(keys, removal: false, ForUpload, cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        while (await IsBeingRemovedAsync(database, keys, cancellationToken))
        {
            await Task.Delay(Poll, time, cancellationToken);
        }

        return owner;
    }

    /// <summary>Ends the reservation of an upload in the transaction that writes its rows; returns whether it was still valid.</summary>
    public async Task<bool> ReleaseAsync(IngestDbContext database, Guid owner, int images, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        return await database.ObjectReservations.Where(reservation => reservation.Owner == owner && reservation.Until > now).ExecuteDeleteAsync(cancellationToken) == images;
    }

    /// <summary>Reserves images for removal and returns those that can be removed.</summary>
    public async Task<(Guid Owner, IReadOnlyList<string> Free)> MarkAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var owner = await WriteAsync(keys, removal: true, ForRemoval, cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        // Reservations before rows: an upload replaces its reservation by rows in one transaction.
        var held = await database.ObjectReservations.Where(reservation => keys.Contains(reservation.ObjectKey) && !reservation.Removal && reservation.Until > now)
            .Select(reservation => reservation.ObjectKey).ToListAsync(cancellationToken);
        var named = await database.Receipts.Where(row => keys.Contains(row.ObjectKey) && !row.ImageRemoved)
            .Select(row => row.ObjectKey).ToListAsync(cancellationToken);
        return (owner, [.. keys.Except(held).Except(named)]);
    }

    /// <summary>Ends a reservation. When this fails, the reservation expires.</summary>
    public async Task DropAsync(Guid owner)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(CancellationToken.None);
            var now = await clock.NowAsync(CancellationToken.None);
            await database.ObjectReservations.Where(reservation => reservation.Owner == owner || reservation.Until <= now).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            // The database is unavailable.
        }
    }

    private async Task<Guid> WriteAsync(
        IEnumerable<string> keys, bool removal, TimeSpan duration, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        var until = await clock.NowAsync(cancellationToken) + duration;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        database.ObjectReservations.AddRange(keys.Select(key => new ObjectReservation { ObjectKey = key, Owner = owner, Removal = removal, Until = until }));
        await database.SaveChangesAsync(cancellationToken);
        return owner;
    }

    private async Task<bool> IsBeingRemovedAsync(IngestDbContext database, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        return await database.ObjectReservations.AnyAsync(reservation => keys.Contains(reservation.ObjectKey) && reservation.Removal && reservation.Until > now, cancellationToken);
    }
}
