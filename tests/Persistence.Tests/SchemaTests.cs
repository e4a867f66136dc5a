using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Ocr.Results.Data;
using Ocr.Testing;

namespace Ocr.Persistence.Tests;

/// <summary>The tables of a service, created by its migrations, on the database of <see cref="TempFolder"/>.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2025, 7, 11, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_concurrent_migrations_one_runs_and_a_second_run_keeps_the_rows()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(MigrateAsync)));
        Assert.Single(applied, migrations => migrations.Count > 0);
        await AddAsync(new DateTimeOffset(2025, 7, 11, 10, 30, 0, TimeSpan.FromHours(-4)));

        Assert.Empty(await MigrateAsync());

        await using var again = Open();
        Assert.Equal(new DateTimeOffset(2025, 7, 11, 14, 30, 0, TimeSpan.Zero), (await again.Batches.SingleAsync()).OpenedAt);
    }

    [Fact]
    public async Task A_missing_migration_prevents_the_start_with_a_remedy()
    {
        await using var context = Open();
        var error = await Assert.ThrowsAsync<SchemaOutdatedException>(() => SchemaMigrator.EnsureCurrentAsync(context, CancellationToken.None));
        Assert.Contains("'results' lack", error.Message, StringComparison.Ordinal);
        Assert.Contains("'migrate'", error.Message, StringComparison.Ordinal);

        await MigrateAsync();

        await SchemaMigrator.EnsureCurrentAsync(context, CancellationToken.None);
    }

    [Fact]
    public async Task A_migration_of_a_file_that_was_killed_does_not_stop_the_next()
    {
        await using (var killed = Open(url: ""))
        {
            // The row that a process leaves when it is killed while it has EF Core's lock.
            await killed.GetService<IHistoryRepository>().AcquireDatabaseLockAsync();
        }

        await using var next = Open(url: "");
        Assert.NotEmpty(await SchemaMigrator.MigrateAsync(next, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_migration_can_be_taken_back()
    {
        await MigrateAsync();
        await using var context = Open();
        await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);

        Assert.NotEmpty(await MigrateAsync());
    }

    [Fact]
    public async Task Instants_are_compared_in_the_database()
    {
        await MigrateAsync();
        await AddAsync(Noon, Noon.AddMilliseconds(1), Noon.AddTicks(-1));
        await using var context = Open();
        Assert.Equal(2, await context.Batches.CountAsync(batch => batch.OpenedAt <= Noon));
        Assert.Equal(Noon.AddMilliseconds(1), (await context.Batches.OrderByDescending(batch => batch.OpenedAt).FirstAsync()).OpenedAt);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await MigrateAsync();
        await using var writer = Open();
        await using var transaction = await writer.Database.BeginTransactionAsync();
        writer.Batches.Add(Batch(Noon));
        await writer.SaveChangesAsync();
        await using var reader = Open();
        Assert.Equal(0, await reader.Batches.CountAsync());
        await transaction.CommitAsync();
        Assert.Equal(1, await reader.Batches.CountAsync());
        Assert.Equal(!TempFolder.IsPostgres, File.Exists(Path.Combine(_folder.Name, "results.db-wal")));
    }

    private static BatchHistoryRow Batch(DateTimeOffset openedAt) =>
        new() { RequestId = Guid.NewGuid().ToString("N"), Size = 1, Profile = "balanced", OpenedAt = openedAt };

    private async Task AddAsync(params DateTimeOffset[] instants)
    {
        await using var context = Open();
        context.Batches.AddRange(instants.Select(Batch));
        await context.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<string>> MigrateAsync()
    {
        await using var context = Open();
        return await SchemaMigrator.MigrateAsync(context, CancellationToken.None);
    }

    private ResultsDbContext Open() => Open(_folder.DatabaseUrl);

    private ResultsDbContext Open(string url)
    {
        var options = new DbContextOptionsBuilder<ResultsDbContext>();
        PersistenceExtensions.Configure(
            options, new DatabaseOptions { DataDirectory = _folder.Name, Url = url }, ResultsDbContext.SchemaName);
        return new ResultsDbContext(options.Options);
    }
}
