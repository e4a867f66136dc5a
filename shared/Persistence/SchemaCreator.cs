using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>Creates the tables of a service once, whoever comes first; a second run, or a second replica, finds them there.</summary>
public static class SchemaCreator
{
    /// <summary>Creates the schema of the context unless it is there.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="cancellationToken">Leaves nothing half created.</param>
    /// <exception cref="InvalidOperationException">The database holds another version of the schema.</exception>
    public static async Task EnsureAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = context.IsPostgres ? $"{context.Schema}.schema_version" : "schema_version";
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.IsPostgres)
        {
            // SQLite's transaction is exclusive by itself; here replicas that start together queue up.
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({context.Schema}))", cancellationToken);
            await RunAsync(context, $"CREATE SCHEMA IF NOT EXISTS {context.Schema}", cancellationToken);
        }

        await RunAsync(context, $"CREATE TABLE IF NOT EXISTS {table} (version INTEGER NOT NULL)", cancellationToken);
        var present = await ReadVersionAsync(context, table, cancellationToken);
        if (present is null)
        {
            await RunAsync(context, context.Database.GenerateCreateScript(), cancellationToken);
            var version = context.SchemaVersion.ToString(CultureInfo.InvariantCulture);
            await RunAsync(context, $"INSERT INTO {table} (version) VALUES ({version})", cancellationToken);
        }
        else if (present != context.SchemaVersion)
        {
            throw new InvalidOperationException(
                $"The tables of '{context.Schema}' have version {present}, this program needs {context.SchemaVersion}. "
                + "Run the program that wrote them, or start with an empty database.");
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int?> ReadVersionAsync(ServiceDbContext context, string table, CancellationToken cancellationToken)
    {
        var sql = $"SELECT version AS \"Value\" FROM {table}";
        var versions = await context.Database.SqlQueryRaw<int>(sql).ToListAsync(cancellationToken);
        return versions.Count == 0 ? null : versions.Max();
    }

    // Every text here is built of names in the code, never of input.
    private static Task<int> RunAsync(ServiceDbContext context, string sql, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
}
