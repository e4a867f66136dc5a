using Npgsql;

namespace Ocr.Load.Deployment;

/// <summary>A receipt in the database; several rows with one name are several results.</summary>
/// <param name="Name">Stored name.</param>
/// <param name="UploadedAt">Time of acceptance.</param>
/// <param name="OpenedAt">Time at which its batch was opened.</param>
/// <param name="StoredAt">Time at which its result was stored; <see langword="null"/> without a result.</param>
/// <param name="IsFinal">Whether Ingest has recorded the result.</param>
/// <param name="Attempts">Number of times it was sent to the workers.</param>
/// <param name="ReasonCode">Reason of an error result.</param>
/// <param name="CacheHit">Whether its words came from the cache.</param>
/// <param name="Seconds">Seconds of its recognition.</param>
internal sealed record LedgerRow(
    string Name, DateTimeOffset UploadedAt, DateTimeOffset? OpenedAt, DateTimeOffset? StoredAt, bool IsFinal, int Attempts, string? ReasonCode,
    bool CacheHit, double Seconds);

/// <summary>Activity of the database since its start (pg_stat_database, pg_stat_wal).</summary>
/// <param name="Transactions">Committed transactions, including single statements.</param>
/// <param name="WalBytes">Bytes of the write-ahead log.</param>
/// <param name="WalSyncs">Number of disk syncs.</param>
/// <param name="Bytes">Size of all tables, bytes.</param>
internal sealed record DatabaseWork(long Transactions, long WalBytes, long WalSyncs, long Bytes);

/// <summary>Reads the rows of Ingest and Results directly from the database.</summary>
internal sealed class Ledger(Uri database) : IAsyncDisposable
{
    private const string Rows = """
        SELECT r."StoredName", r."UploadedAt", b."OpenedAt", x."StoredAt", r."State" IN (2, 3), r."Attempt", x."ReasonCode",
               COALESCE(x."CacheHit", FALSE), COALESCE(x."ProcessingSeconds", 0)
        FROM ingest.receipts r LEFT JOIN ingest.batches b ON b."RequestId" = r."RequestId" LEFT JOIN results.results x ON x."ReceiptId" = r."ReceiptId"
        ORDER BY r."Id"
        """;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = database.Host,
        Port = database.Port,
        Username = database.UserInfo,
        Database = database.AbsolutePath.Trim('/'),
        MaxPoolSize = 2,
    });

    /// <summary>Returns the number of results, and of receipts that Ingest has recorded as final.</summary>
    public async Task<(long Stored, long Final)> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(
            """SELECT (SELECT COUNT(*) FROM results.results), (SELECT COUNT(*) FROM ingest.receipts WHERE "State" IN (2, 3))""");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public async Task<DatabaseWork> WorkAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("""
            SELECT (SELECT SUM(xact_commit)::bigint FROM pg_stat_database), wal_bytes::bigint, wal_sync::bigint, pg_database_size(current_database())
            FROM pg_stat_wal
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DatabaseWork(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    public async Task<IReadOnlyList<LedgerRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<LedgerRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new LedgerRow(
                reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), Moment(reader, 2), Moment(reader, 3), reader.GetBoolean(4), reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetBoolean(7), reader.GetDouble(8)));
        }

        return rows;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
