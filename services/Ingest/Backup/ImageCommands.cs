using Ocr.Persistence;
using Ocr.Storage;

namespace Ocr.Ingest.Backup;

/// <summary><c>backup-images FILE</c>: all objects of the store. Call it after the rows were copied: an image is stored before its row.</summary>
internal sealed class BackupImagesCommand(IObjectStore objects) : IProgramCommand
{
    /// <inheritdoc/>
    public string Name => "backup-images";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments { get; } = ["FILE"];

    /// <inheritdoc/>
    public async Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var images = 0;
        await ArchiveFile.WriteAsync(arguments[0], async archive => images = await ImageArchive.WriteAsync(objects, archive, cancellationToken));
        return ($"Backup: {images} images in {arguments[0]}", 0);
    }
}

/// <summary><c>restore-images FILE</c>: puts the images of a backup into the store. Other images stay.</summary>
internal sealed class RestoreImagesCommand(IObjectStore objects) : IProgramCommand
{
    /// <inheritdoc/>
    public string Name => "restore-images";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments { get; } = ["FILE"];

    /// <inheritdoc/>
    public async Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var images = 0;
        await ArchiveFile.ReadAsync(arguments[0], async entry => images += await ImageArchive.TryReadAsync(objects, entry, cancellationToken) ? 1 : 0);
        return ($"Restored: {images} images from {arguments[0]}", 0);
    }
}
