using Microsoft.EntityFrameworkCore;
using Npgsql;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Testing;

namespace Ocr.Persistence.Tests.Partitioning;

/// <summary>The statements of <c>docs/scaling-design.md</c> on the tables of the current release. PostgreSQL only; SQLite has no partitions.</summary>
public sealed class PartitioningTests : IDisposable
{
    private const string Before = "BATCH_20261128_101500_0a1";
    private const string First = "BATCH_20261130_101500_0a1";
    private const string Second = "BATCH_20261201_101500_0a1";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task Results_become_partitioned_and_lose_a_day()
    {
        await using var database = Open();
        await SchemaMigrator.MigrateAsync(database, CancellationToken.None);
        var old = await StoreAsync(database, Before);
        await RunAsync(database, "1-prepare.sql", "20261130", "20261201");
        await RunAsync(database, "2-swap.sql", "20261130", "20261201");
        await RunAsync(database, "3-add-day.sql", "20261130", "20261201");
        await RunAsync(database, "3-add-day.sql", "20261201", "20261202");

        var first = await StoreAsync(database, First);
        await StoreAsync(database, Second);
        await StoreAsync(database, "BATCH_20261224_101500_0a1");
        Assert.Equal(old.Id + 1, first.Id);
        Assert.Equal(
            ["results.results_20261130", "results.results_20261201", "results.results_legacy", "results.results_other"], await PartitionsAsync(database));
        await AssertUniqueAsync(database, old);
        await AssertUniqueAsync(database, first);
        await AssertOnePartitionIsReadAsync(database);

        await RunAsync(database, "4-drop-day.sql", "20261130", "20261201");
        Assert.Equal([Before, Second, "BATCH_20261224_101500_0a1"], await database.Results.OrderBy(row => row.RequestId).Select(row => row.RequestId).ToListAsync());
        Assert.Equal([First], await database.RemovedBatches.Select(batch => batch.RequestId).ToListAsync());
        Assert.False(await database.Batches.AnyAsync(batch => batch.RequestId == First));
    }

    private ResultsDbContext Open()
    {
        var options = new DbContextOptionsBuilder<ResultsDbContext>();
        PersistenceExtensions.Configure(
            options, new DatabaseOptions { DataDirectory = _folder.Name, Url = _folder.DatabaseUrl }, ResultsDbContext.SchemaName);
        return new ResultsDbContext(options.Options);
    }

    // A redelivered message has the batch of the first one, so its result belongs to the same partition.
    private static async Task AssertUniqueAsync(ResultsDbContext database, ResultRow stored)
    {
        database.Results.Add(Row(stored.RequestId, stored.ReceiptId, "other.json"));
        var error = await Assert.ThrowsAsync<DbUpdateException>(() => database.SaveChangesAsync());
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(error.InnerException).SqlState);
        database.ChangeTracker.Clear();
    }

    private static async Task AssertOnePartitionIsReadAsync(ResultsDbContext database)
    {
        var plan = await database.Database
            .SqlQuery<string>($"""EXPLAIN SELECT * FROM results.results WHERE "RequestId" = {First}""").ToListAsync();
        Assert.Contains(plan, line => line.Contains("results_20261130", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("results_20261201", StringComparison.Ordinal) || line.Contains("legacy", StringComparison.Ordinal));
    }

    // The partitions with rows.
    private static Task<List<string>> PartitionsAsync(ResultsDbContext database) =>
        database.Database.SqlQuery<string>($"SELECT DISTINCT tableoid::regclass::text AS \"Value\" FROM results.results ORDER BY 1").ToListAsync();

    private static async Task<ResultRow> StoreAsync(ResultsDbContext database, string requestId)
    {
        var row = Row(requestId, Guid.NewGuid(), requestId + "_a.png.json");
        database.Results.Add(row);
        database.Batches.Add(new BatchHistoryRow { RequestId = requestId, Size = 1, Profile = "equilibrado", OpenedAt = row.StoredAt, FinishedAt = row.StoredAt });
        await database.SaveChangesAsync();
        database.ChangeTracker.Clear();
        return row;
    }

    private static ResultRow Row(string requestId, Guid receiptId, string file) => new()
    {
        RequestId = requestId,
        ReceiptId = receiptId,
        Position = 1,
        ResultFile = file,
        StoredName = "a.png",
        Sha256 = "",
        Succeeded = true,
        StoredAt = new DateTimeOffset(2026, 11, 28, 10, 15, 0, TimeSpan.Zero),
        Document = "{}",
        DocumentBytes = 2,
        Consolidated = "{}",
        Listing = "{}",
        Tenant = Tenants.Default,
    };

    // One statement at a time, because CREATE INDEX CONCURRENTLY runs in no transaction.
    private static async Task RunAsync(ResultsDbContext database, string file, string day, string next)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Partitioning", file));
        var script = string.Join('\n', lines.Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        await database.Database.OpenConnectionAsync();
        foreach (var statement in script.Replace("{day}", day, StringComparison.Ordinal).Replace("{next}", next, StringComparison.Ordinal).Split(";\n"))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        await database.Database.CloseConnectionAsync();
    }
}
