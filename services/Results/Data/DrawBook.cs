using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Ocr.Results.Data;

/// <summary>Stores the draws of receipts.</summary>
internal sealed class DrawBook(IDbContextFactory<ResultsDbContext> contexts)
{
    private const int Remembered = 1000;
    private const string Values = """("Tenant", "DrawDate", "DrawNumber") VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING""";
    private const string Postgres = $"INSERT INTO {ResultsDbContext.SchemaName}.draws {Values}";
    private const string Sqlite = $"INSERT INTO draws {Values}";

    private readonly ConcurrentDictionary<(string, string, string), bool> _noted = new();

    /// <summary>Stores a draw unless it is stored already.</summary>
    public async Task NoteAsync(string tenant, string drawDate, string drawNumber, CancellationToken cancellationToken)
    {
        if (_noted.ContainsKey((tenant, drawDate, drawNumber)))
        {
            return;
        }

        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Database.ExecuteSqlRawAsync(database.IsPostgres ? Postgres : Sqlite, [tenant, drawDate, drawNumber], cancellationToken);
        if (_noted.Count >= Remembered)
        {
            _noted.Clear();
        }

        _noted[(tenant, drawDate, drawNumber)] = true;
    }
}
