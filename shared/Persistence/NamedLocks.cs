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
    public static Task LockAsync(this ServiceDbContext context, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var full = $"{context.Schema} {name}";
        return context.IsPostgres
            ? context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({full}, 0))", cancellationToken)
            : Task.CompletedTask;
    }
}
