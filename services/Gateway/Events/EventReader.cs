using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Events;

/// <summary>Reads stored events for streams.</summary>
internal sealed class EventReader(IDbContextFactory<GatewayDbContext> contexts, IOptions<EventOptions> options, TimeProvider time)
{
    /// <summary>Maximum number of events of a page.</summary>
    public const int Page = 100;

    /// <summary>The next events of a scope, in order.</summary>
    public async Task<IReadOnlyList<EventRow>> ReadAsync(TenantScope scope, long after, IReadOnlyList<string> types, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Events.AsNoTracking().Of(scope).Where(row => row.Id > after && types.Contains(row.Type))
            .OrderBy(row => row.Id).Take(Page).ToListAsync(cancellationToken);
    }

    /// <summary>Start of a stream: after the event with the id that the client sent; without an id, after the last event.</summary>
    /// <param name="lastEventId">Id that the client sent.</param>
    /// <param name="sinceId">All events with a higher id were stored.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The id after which the stream starts, and whether later events were deleted or not stored before the client received them.</returns>
    public async Task<(long After, bool HasGap)> BeginAsync(long? lastEventId, long sinceId, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await database.Events.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
        if (lastEventId is not { } named)
        {
            return (last, false);
        }

        if (named > last)
        {
            // The database was restored or replaced, or all events were removed.
            return (last, true);
        }

        // Older events may have been removed, although some of them are kept for their deliveries.
        var kept = options.Value.ResumableFrom(time.GetUtcMilliseconds());
        var first = await database.Events.Where(row => row.StoredAt >= kept).MinAsync(row => (long?)row.Id, cancellationToken) ?? long.MaxValue;
        return (named, named < first - 1 || named < sinceId);
    }
}
