using System.Globalization;
using Npgsql;

namespace Ocr.Integration.Harness;

/// <summary>The rows of Ingest and Results, read directly from the database.</summary>
internal sealed class Ledger(int port)
{
    private readonly string _address = string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=ocr;Password=ocr;Database=ocr;Pooling=false;Timeout=5");

    /// <summary>Stored name → number of results, over all results.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ResultsAsync() =>
        (await ReadAsync("""SELECT "StoredName", COUNT(*) FROM results.results GROUP BY 1""", row => (row.GetString(0), (int)row.GetInt64(1))))
        .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    /// <summary>Stored name → code of its error, or blank, of every receipt that is final for Ingest.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FinalAsync() =>
        (await ReadAsync(
            """SELECT "StoredName", COALESCE("Outcome_ReasonCode", '') FROM ingest.receipts WHERE "State" IN (2, 3)""",
            row => (row.GetString(0), row.GetString(1))))
        .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    /// <summary>The batches of the receipts named.</summary>
    public async Task<IReadOnlyList<string>> BatchesAsync(IReadOnlyCollection<string> names) =>
    [
        .. (await ReadAsync("""SELECT "StoredName", "RequestId" FROM ingest.receipts""", row => (Name: row.GetString(0), Batch: row.GetString(1))))
            .Where(row => names.Contains(row.Name)).Select(row => row.Batch).Distinct(),
    ];

    /// <summary>Receipts that are in no batch.</summary>
    public async Task<long> PendingAsync() =>
        (await ReadAsync("""SELECT COUNT(*) FROM ingest.receipts WHERE "State" = 0""", row => row.GetInt64(0))).Single();

    /// <summary>The highest number of sendings of the receipts named.</summary>
    public async Task<int> MaxAttemptsAsync(IReadOnlyCollection<string> names) =>
        (await ReadAsync("""SELECT "StoredName", "Attempt" FROM ingest.receipts""", row => (Name: row.GetString(0), Attempt: row.GetInt32(1))))
        .Where(row => names.Contains(row.Name)).Max(row => row.Attempt);

    /// <summary>The receipts named that are not final for Ingest, each with its number of sendings and the rest of its lease.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(IReadOnlyCollection<string> names) =>
    [
        .. (await ReadAsync(
            """SELECT "StoredName", concat("StoredName", ' state ', "State", ' sent ', "Attempt", ' lease ', "LeaseUntil", ' now ', now()) FROM ingest.receipts WHERE "State" NOT IN (2, 3)""",
            row => (Name: row.GetString(0), Text: row.GetString(1))))
            .Where(row => names.Contains(row.Name)).Select(row => row.Text),
    ];

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(_address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
