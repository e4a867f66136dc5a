namespace Ocr.Ingest.Upload;

/// <summary>Temporary files for bodies and images of requests.</summary>
internal static class TempFile
{
    /// <summary>Creates a file that is removed when it is closed.</summary>
    /// <exception cref="NotStoredException">The folder cannot be written.</exception>
    public static FileStream Create(string folder)
    {
        // The client's name is never part of a path. Where the system allows it, the directory entry is removed immediately and the file when the
        // process ends, also after a crash.
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"ocr-upload-{Guid.NewGuid():N}");
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotStoredException(error);
        }
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="NotStoredException">The folder cannot be written.</exception>
    public static async Task AppendAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException error)
        {
            throw new NotStoredException(error);
        }
    }
}
