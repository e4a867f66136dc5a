using System.Formats.Tar;

namespace Ocr.Ingest.Backup;

/// <summary>A backup file. It is complete or does not exist.</summary>
internal static class ArchiveFile
{
    /// <summary>Writes a new file.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<TarWriter, Task> write)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} exists already. Name another file.");
        }

        var part = path + ".part";
        try
        {
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await using (var archive = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
                {
                    await write(archive);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(part, path);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Reads every entry of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or ends too early.</exception>
    public static async Task ReadAsync(string path, Func<TarEntry, Task> read)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using var archive = new TarReader(file);
            while (await archive.GetNextEntryAsync() is { } entry)
            {
                await read(entry);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new IOException($"{path} is damaged or is not a backup: {exception.Message}", exception);
        }
    }
}
