using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Data;

/// <summary>
/// Locks rows for one replica. PostgreSQL locks them in order of arrival, so that two transactions cannot deadlock. In SQLite the immediate
/// transaction excludes every other writer. Call inside a transaction and change the rows
/// in it.
/// </summary>
internal static class RowLocks
{
    // Separates these locks from others of the same database.
    private const int NameLocks = 0x4E41;

    private const string Postgres = $"SELECT * FROM {IngestDbContext.SchemaName}.receipts ";

    /// <summary>
    /// The oldest pending rows that were accepted at or before an instant of the service clock. Waits for rows that another transaction has locked.
    /// Skipping them would miss rows that a transaction locks and does not claim. Rows that a batch claimed during the wait are excluded.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="scope">Tenants whose rows are locked.</param>
    /// <param name="until">The instant; <see cref="DateTimeOffset.MaxValue"/> for all.</param>
    /// <param name="max">Maximum number of rows.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static Task<List<ReceiptRow>> LockPendingAsync(
        this IngestDbContext database, TenantScope scope, DateTimeOffset until, int max, CancellationToken cancellationToken) =>
        database.IsPostgres
            ? database.Receipts
                .FromSqlRaw(
                    Postgres + """
                        WHERE "State" = 0 AND ({2} OR "Tenant" = {3}) AND COALESCE("AcceptedAt", "UploadedAt") <= {0} ORDER BY "Id" LIMIT {1} FOR UPDATE
                        """,
                    until.UtcDateTime, max, scope.SeesAll, scope.Tenant)
                .ToListAsync(cancellationToken)
            : database.Receipts.Of(scope)
                .Where(row => row.State == ReceiptState.Pending && (row.AcceptedAt ?? row.UploadedAt) <= until)
                .OrderBy(row => row.Id).Take(max).ToListAsync(cancellationToken);

    /// <summary>Rows whose lease has ended, in the order of their turns. Rows that another replica has locked are skipped, because it sends them. The rows are not tracked.</summary>
    public static Task<List<ReceiptRow>> LockDueAsync(
        this IngestDbContext database, DateTimeOffset now, int max, CancellationToken cancellationToken) =>
        database.IsPostgres
            ? database.Receipts
                .FromSqlRaw(
                    Postgres + """WHERE "State" = 1 AND "LeaseUntil" <= {0} ORDER BY "Turn", "Id" LIMIT {1} FOR UPDATE SKIP LOCKED""", now.UtcDateTime, max)
                .AsNoTracking().ToListAsync(cancellationToken)
            : database.Receipts.AsNoTracking()
                .Where(row => row.State == ReceiptState.Processing && row.LeaseUntil <= now)
                .OrderBy(row => row.Turn).ThenBy(row => row.Id).Take(max).ToListAsync(cancellationToken);

    /// <summary>Blocks other transactions that assign names with these stems until the transaction ends.</summary>
    public static async Task LockNamesAsync(this IngestDbContext database, IEnumerable<string> stems, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            // Every transaction uses the same order, so that two uploads cannot deadlock.
            await database.Database.ExecuteSqlRawAsync(
                "SELECT pg_advisory_xact_lock({0}, stem) FROM (SELECT DISTINCT hashtext(text) AS stem FROM unnest({1}) AS text ORDER BY stem) AS stems",
                [NameLocks, stems.ToArray()],
                cancellationToken);
        }
    }

    /// <summary>The budget of a sender, which must exist, locked until the transaction ends.</summary>
    public static Task<BudgetRow> LockBudgetAsync(this IngestDbContext database, string owner, CancellationToken cancellationToken) =>
        database.IsPostgres
            ? database.Budgets
                .FromSqlRaw($$"""SELECT * FROM {{IngestDbContext.SchemaName}}.budgets WHERE "Owner" = {0} FOR UPDATE""", owner).SingleAsync(cancellationToken)
            : database.Budgets.SingleAsync(row => row.Owner == owner, cancellationToken);

    /// <summary>Locks rows by their ids before one statement changes them.</summary>
    public static async Task LockAsync(this IngestDbContext database, long[] ids, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            await database.Receipts
                .FromSqlRaw(Postgres + """WHERE "Id" = ANY({0}) ORDER BY "Id" FOR UPDATE""", ids)
                .AsNoTracking().ToListAsync(cancellationToken);
        }
    }
}
