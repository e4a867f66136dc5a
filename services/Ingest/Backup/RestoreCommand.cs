using Ocr.Persistence;
using Ocr.Storage;

namespace Ocr.Ingest.Backup;

/// <summary><c>restore FILE</c>: restores a backup into a folder without rows. An interrupted restore can be repeated.</summary>
internal sealed class RestoreCommand(IEnumerable<Func<ServiceDbContext>> schemas, IObjectStore objects) : IProgramCommand
{
    private const string Part = ".part";

    /// <inheritdoc/>
    public string Name => "restore";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments { get; } = ["FILE"];

    /// <inheritdoc/>
    public async Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var databases = SqliteFile.Of(schemas);
        if (databases.FirstOrDefault(database => File.Exists(database.Path)) is { } taken)
        {
            throw new IOException($"{taken.Path} exists. A backup is restored into an empty DATA_DIR only: set another one, or move this one away.");
        }

        var images = 0;
        await ArchiveFile.ReadAsync(arguments[0], async entry =>
        {
            if (databases.FirstOrDefault(database => database.Name == entry.Name) is { } database)
            {
                await entry.ExtractToFileAsync(database.Path + Part, overwrite: true, cancellationToken);
            }
            else
            {
                images += await ImageArchive.TryReadAsync(objects, entry, cancellationToken) ? 1 : 0;
            }
        });
        if (databases.FirstOrDefault(database => !File.Exists(database.Path + Part)) is { } missing)
        {
            throw new IOException($"{arguments[0]} has no {missing.Name}: it is not a backup of this program.");
        }

        // Written last: this file marks a complete restore.
        foreach (var database in databases)
        {
            File.Move(database.Path + Part, database.Path);
        }

        return ($"Restored: {databases.Count} databases and {images} images from {arguments[0]}", 0);
    }
}
