using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Objects;

/// <summary>
/// Keeps uploads and removals of the same image apart, whichever replicas do them (docs/adr/0020). Both write down what they are about
/// to do before they look whether the other is at it, so at least one of them sees the other: the upload waits, the removal lets go.
/// </summary>
internal sealed class ObjectReservations(IDbContextFactory<IngestDbContext> contexts, ServiceClock clock, TimeProvider time)
{
    /// <summary>How long an upload may take to put its images and write its rows.</summary>
    public static readonly TimeSpan ForUpload = TimeSpan.FromMinutes(10);

    /// <summary>How long a removal may take. It stops well before, since what it asked of the store may still be under way.</summary>
    public static readonly TimeSpan ForRemoval = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Keeps images from being removed, also those that are not there yet; returns when nobody is removing any of them.</summary>
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

    /// <summary>Ends the hold of an upload together with the writing of its rows; whether it was still good.</summary>
    public async Task<bool> ReleaseAsync(IngestDbContext database, Guid owner, int images, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        return await database.ObjectReservations.Where(reservation => reservation.Owner == owner && reservation.Until > now).ExecuteDeleteAsync(cancellationToken) == images;
    }

    /// <summary>Announces the removal of images and returns those of them that may go.</summary>
    public async Task<(Guid Owner, IReadOnlyList<string> Free)> MarkAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var owner = await WriteAsync(keys, removal: true, ForRemoval, cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.NowAsync(cancellationToken);
        // Holds before rows: an upload turns the one into the other in one transaction.
        var held = await database.ObjectReservations.Where(reservation => keys.Contains(reservation.ObjectKey) && !reservation.Removal && reservation.Until > now)
            .Select(reservation => reservation.ObjectKey).ToListAsync(cancellationToken);
        var named = await database.Receipts.Where(row => keys.Contains(row.ObjectKey) && !row.ImageRemoved)
            .Select(row => row.ObjectKey).ToListAsync(cancellationToken);
        return (owner, [.. keys.Except(held).Except(named)]);
    }

    /// <summary>Ends a hold or a removal; one that cannot be ended now ends by itself.</summary>
    public async Task DropAsync(Guid owner)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(CancellationToken.None);
            var now = await clock.NowAsync(CancellationToken.None);
            await database.ObjectReservations.Where(reservation => reservation.Owner == owner || reservation.Until <= now).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException)
        {
            // The database is away.
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
