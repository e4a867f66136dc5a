using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Persistence;

/// <summary>
/// Writes one row and reads it back, because a database that responds may still be unable to store. Damage that another statement found stays
/// reported, because the row of this check is on a different page.
/// </summary>
internal sealed class DatabaseHealthCheck<TContext>(IDbContextFactory<TContext> contexts, StorageErrors errors) : IHealthCheck
    where TContext : ServiceDbContext
{
    private const int WaitForWriterMilliseconds = 1_000;
    private const long RoomForRows = 1024 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            if (!await WriteAndReadAsync(database, cancellationToken))
            {
                return HealthCheckResult.Unhealthy("What was written could not be read back.");
            }
        }
        catch (Exception error) when (DatabaseErrors.IsBusy(error))
        {
            // Another writer works for longer than this check waits: slow, not broken.
            return HealthCheckResult.Degraded(exception: error);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(exception: error);
        }

        if (errors.Of(database.Schema) != StorageError.Full || HasRoom(database))
        {
            errors.Recovered(database.Schema);
        }

        return errors.Of(database.Schema) is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }

    // The row of this check fits into free space of the write-ahead log after a failed transaction, where larger rows do not.
    private static bool HasRoom(TContext database) =>
        database.IsPostgres
        || new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(database.Database.GetDbConnection().DataSource))!).AvailableFreeSpace >= RoomForRows;

    // Rewrites the newest row of the migration history with its current value: every database has this table, and only migrations write to
    // it otherwise. The check needs no table for this.
    private static async Task<bool> WriteAndReadAsync(TContext database, CancellationToken cancellationToken)
    {
        var newest = database.Database.GetMigrations().Last();
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (!database.IsPostgres)
            {
                await database.Database.ExecuteSqlRawAsync($"PRAGMA busy_timeout = {WaitForWriterMilliseconds}", cancellationToken);
                database.Database.SetCommandTimeout(TimeSpan.FromMilliseconds(WaitForWriterMilliseconds));
            }

            var table = database.IsPostgres
                ? $"{database.Schema}.\"{HistoryRepository.DefaultTableName}\"" : $"\"{HistoryRepository.DefaultTableName}\"";
#pragma warning disable EF1002 // constant names, no input
            await database.Database.ExecuteSqlRawAsync(
                $"UPDATE {table} SET \"ProductVersion\" = \"ProductVersion\" WHERE \"MigrationId\" = {{0}}", [newest], cancellationToken);
            var read = await database.Database
                .SqlQueryRaw<string>($"SELECT \"MigrationId\" AS \"Value\" FROM {table} WHERE \"MigrationId\" = {{0}}", newest).ToListAsync(cancellationToken);
#pragma warning restore EF1002
            return read.Count == 1;
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
            database.Database.SetCommandTimeout((int?)null);
        }
    }
}
