using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;

namespace Ocr.Ingest.Backup;

/// <summary>The SQLite file of a schema.</summary>
/// <param name="Schema">Name of the schema.</param>
/// <param name="Path">Where it is.</param>
internal sealed record SqliteFile(string Schema, string Path)
{
    /// <summary>Its name in a backup.</summary>
    public string Name => Schema + ".db";

    /// <summary>The SQLite files of all schemas of a program.</summary>
    /// <exception cref="IOException">The rows are in PostgreSQL.</exception>
    public static IReadOnlyList<SqliteFile> Of(IEnumerable<Func<ServiceDbContext>> schemas) => [.. schemas.Select(Of)];

    private static SqliteFile Of(Func<ServiceDbContext> open)
    {
        using var context = open();
        return context.IsPostgres
            ? throw new IOException("DATABASE_URL is set: rows are copied by pg_dump and pg_restore, images by backup-images and restore-images (docs/operations.md).")
            : new SqliteFile(context.Schema, context.Database.GetDbConnection().DataSource);
    }
}
