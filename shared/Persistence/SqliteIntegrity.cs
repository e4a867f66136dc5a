using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Ocr.Persistence;

/// <summary>Checks a SQLite file for damage.</summary>
internal static class SqliteIntegrity
{
    private const int Interrupted = 9;

    /// <summary>Checks the structure of every page within a time limit; the rate is some hundred megabytes per second.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="timeout">After this time the file counts as checked.</param>
    /// <returns>The damage; <see langword="null"/> when none was found.</returns>
    public static async Task<string?> FindDamageAsync(ServiceDbContext context, TimeSpan timeout)
    {
        await context.Database.OpenConnectionAsync();
        try
        {
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";

            // The Cancel method of the provider has no effect.
            await using var timer = new Timer(_ => raw.sqlite3_interrupt(connection.Handle), null, timeout, Timeout.InfiniteTimeSpan);
            var found = (string?)command.ExecuteScalar();
            return found == "ok" ? null : found;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Interrupted)
        {
            return null;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
