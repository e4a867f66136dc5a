using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>Locks by name, for data without a row to lock.</summary>
public static class NamedLocks
{
    /// <summary>
    /// Serializes transactions with the same name over all replicas until the transaction ends. SQLite needs no lock, because its writing transactions are
    /// immediate and exclude each other. Call it in a transaction.
    /// </summary>
    /// <param name="context">The service's context; names of different schemas do not conflict.</param>
    /// <param name="name">Any text; two that share a hash share the lock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static Task LockAsync(this ServiceDbContext context, string name, CancellationToken cancellationToken) =>
        context.LockAsync([name], cancellationToken);

    /// <summary>The same for several names, in one statement and in alphabetical order, so that two transactions cannot deadlock.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="names">All names that the transaction locks.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static Task LockAsync(this ServiceDbContext context, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.IsPostgres
            // unnest returns the rows in the order of the array.
            ? context.Database.ExecuteSqlRawAsync(
                "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest({0}) AS name",
                [names.Distinct().Order(StringComparer.Ordinal).Select(name => $"{context.Schema} {name}").ToArray()],
                cancellationToken)
            : Task.CompletedTask;
    }
}
