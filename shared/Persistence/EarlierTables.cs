using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ocr.Persistence;

/// <summary>
/// Adopts databases of releases without migrations: their tables are those of the first migration, with a version number. Their rows
/// are kept.
/// </summary>
internal static class EarlierTables
{
    /// <summary>Records the first migration as applied when its tables exist without a record.</summary>
    public static async Task AdoptAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        var history = context.GetService<IHistoryRepository>();
        if (!await HaveVersionAsync(context, cancellationToken))
        {
            return;
        }

        var first = new HistoryRow(context.Database.GetMigrations().First(), ProductInfo.GetVersion());
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var sql in (string[])[history.GetCreateIfNotExistsScript(), history.GetInsertScript(first), $"DROP TABLE {VersionTable(context)}"])
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<bool> HaveVersionAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        var tables = context.IsPostgres
            ? context.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM pg_tables WHERE schemaname = {context.Schema} AND tablename = 'schema_version'")
            : context.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM sqlite_master WHERE name = 'schema_version'");
        return (await tables.ToListAsync(cancellationToken)).Count > 0;
    }

    private static string VersionTable(ServiceDbContext context) => context.IsPostgres ? $"{context.Schema}.schema_version" : "schema_version";
}
