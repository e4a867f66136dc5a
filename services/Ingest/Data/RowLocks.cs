using Microsoft.EntityFrameworkCore;

namespace Ocr.Ingest.Data;

/// <summary>
/// Rows taken by one replica only. In PostgreSQL they are locked and rows that another replica holds are passed over; in SQLite
/// the transaction, which is immediate, locks out every other writer. Call inside a transaction and change the rows in it.
/// </summary>
internal static class RowLocks
{
    private const string Postgres = $"SELECT * FROM {IngestDbContext.SchemaName}.receipts ";

    /// <summary>The oldest pending rows.</summary>
    public static Task<List<ReceiptRow>> LockPendingAsync(
        this IngestDbContext database, int most, CancellationToken cancellationToken) =>
        database.IsPostgres
            ? database.Receipts
                .FromSqlRaw(Postgres + """WHERE "State" = 0 ORDER BY "Id" LIMIT {0} FOR UPDATE SKIP LOCKED""", most)
                .ToListAsync(cancellationToken)
            : database.Receipts
                .Where(row => row.State == ReceiptState.Pending)
                .OrderBy(row => row.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>The oldest rows whose lease has ended.</summary>
    public static Task<List<ReceiptRow>> LockDueAsync(
        this IngestDbContext database, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.IsPostgres
            ? database.Receipts
                .FromSqlRaw(
                    Postgres + """WHERE "State" = 1 AND "LeaseUntil" <= {0} ORDER BY "Id" LIMIT {1} FOR UPDATE SKIP LOCKED""", now.UtcDateTime, most)
                .ToListAsync(cancellationToken)
            : database.Receipts
                .Where(row => row.State == ReceiptState.Processing && row.LeaseUntil <= now)
                .OrderBy(row => row.Id).Take(most).ToListAsync(cancellationToken);
}
