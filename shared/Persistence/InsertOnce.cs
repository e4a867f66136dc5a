using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>Inserts rows that several callers may insert at the same time.</summary>
public static class InsertOnce
{
    /// <summary>Inserts a row unless a row with its key exists. Waits for a transaction that is inserting the same key; that is not an error.</summary>
    /// <param name="database">The service's context.</param>
    /// <param name="table">Table of the service's schema.</param>
    /// <param name="row">Columns and values, the primary key first; instants as UTC <see cref="DateTime"/>. The names are inserted into the statement unescaped.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static Task<int> InsertOnceAsync(
        this ServiceDbContext database, string table, IReadOnlyList<(string Column, object Value)> row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var target = database.IsPostgres ? $"{database.Schema}.{table}" : table;
        var columns = string.Join(", ", row.Select(item => $"\"{item.Column}\""));
        var places = string.Join(", ", row.Select((_, place) => $"{{{place}}}"));
        var statement = $"INSERT INTO {target} ({columns}) VALUES ({places}) ON CONFLICT (\"{row[0].Column}\") DO NOTHING";
        return database.Database.ExecuteSqlRawAsync(statement, row.Select(item => item.Value), cancellationToken);
    }
}
