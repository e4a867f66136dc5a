using Ocr.Gateway.Data;
using Ocr.Persistence;

namespace Ocr.Gateway.Events;

/// <summary>The order in which events are stored.</summary>
internal static class EventOrder
{
    /// <summary>
    /// Waits for the transactions that store events. Ids are assigned under this lock, so that they are committed in ascending order: a reader of one id
    /// can read all lower ones.
    /// </summary>
    public static Task LockAsync(GatewayDbContext database, CancellationToken cancellationToken) => database.LockAsync("events", cancellationToken);
}
