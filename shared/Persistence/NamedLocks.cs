using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>Locks on names, for what no row stands for yet.</summary>
public static class NamedLocks
{
    /// <summary>
    /// Lets one transaction at a time past a name, over all replicas, until it ends. SQLite needs none: its writing transactions are
    /// immediate, and exclude each other. Call inside a transaction.
    /// </summary>
    /// <param name="context">The service's context; names of different schemas do not meet.</param>
    /// <param name="name">Any text; two that share a hash share the lock.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task LockAsync(this ServiceDbContext context, string name, CancellationToken cancellationToken) =>
        context.LockAsync([name], cancellationToken);

    /// <summary>The same for several names, in one statement and in the order of the alphabet, so that no two transactions wait for each other.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="names">All names that the transaction locks.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task LockAsync(this ServiceDbContext context, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.IsPostgres
            // A function's rows come in its own order: that of the array.
            ? context.Database.ExecuteSqlRawAsync(
                "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest({0}) AS name",
                [names.Distinct().Order(StringComparer.Ordinal).Select(name => $"{context.Schema} {name}").ToArray()],
                cancellationToken)
            : Task.CompletedTask;
    }
}
