using System.Formats.Tar;
using Microsoft.Data.Sqlite;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.Storage;

namespace Ocr.Ingest.Backup;

/// <summary>
/// <c>backup FILE</c>: copies the rows of every schema of this program and all images while the system runs (docs/adr/0039). SQLite only: for
/// PostgreSQL use <c>pg_dump</c>.
/// </summary>
internal sealed class BackupCommand(IEnumerable<Func<ServiceDbContext>> schemas, IObjectStore objects) : IProgramCommand
{
    /// <inheritdoc/>
    public string Name => "backup";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments { get; } = ["FILE"];

    /// <inheritdoc/>
    public async Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (rows, images) = (0, 0);
        await ArchiveFile.WriteAsync(arguments[0], async archive =>
        {
            // Ingest first: a receipt that is final in this copy has its result in a later copy of Results. In the other order the result could be missing.
            foreach (var database in SqliteFile.Of(schemas).OrderBy(database => database.Schema != IngestDbContext.SchemaName))
            {
                await AddAsync(archive, database, arguments[0], cancellationToken);
                rows++;
            }

            // After the rows: an image is stored before its row.
            images = await ImageArchive.WriteAsync(objects, archive, cancellationToken);
        });
        return ($"Backup: {rows} databases and {images} images in {arguments[0]}", 0);
    }

    private static async Task AddAsync(TarWriter archive, SqliteFile database, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(database.Path))
        {
            throw new IOException($"{database.Path} does not exist: DATA_DIR names no folder of a system that has run.");
        }

        var copy = $"{path}.{database.Schema}.part";
        try
        {
            await using (var source = new SqliteConnection($"Data Source={database.Path};Pooling=False;Default Timeout=30"))
            await using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
            {
                await source.OpenAsync(cancellationToken);
                await target.OpenAsync(cancellationToken);

                // Copies all pages in one step, as of one transaction. Writers continue in the write-ahead log.
                source.BackupDatabase(target);
            }

            await archive.WriteEntryAsync(copy, database.Name, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
