using System.Formats.Tar;
using Ocr.Storage;

namespace Ocr.Ingest.Backup;

/// <summary>Images in a tar file, below <see cref="Folder"/>.</summary>
internal static class ImageArchive
{
    /// <summary>Prefix of image names.</summary>
    public const string Folder = "images/";

    /// <summary>Adds every object of the store. An object that is cleaned during the copy is skipped.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> WriteAsync(IObjectStore objects, TarWriter archive, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var found in objects.ListAsync(cancellationToken))
        {
            await using var content = await objects.OpenReadAsync(found.Key, cancellationToken);
            if (content is null)
            {
                continue;
            }

            // A tar entry has its size before its bytes, and a stream of the object store does not report its length.
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            bytes.Position = 0;
            await archive.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, Folder + found.Key) { DataStream = bytes, ModificationTime = found.LastModified }, cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>Puts the image of an entry into the store.</summary>
    /// <returns>Whether the entry is one.</returns>
    public static async Task<bool> TryReadAsync(IObjectStore objects, TarEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.Name.StartsWith(Folder, StringComparison.Ordinal) || entry.DataStream is not { } content)
        {
            return false;
        }

        try
        {
            await objects.PutAsync(entry.Name[Folder.Length..], content, ContentType(entry.Name), cancellationToken);
            return true;
        }
        catch (ArgumentException)
        {
            throw new IOException($"{entry.Name} is not the name of an image: the file is not a backup, or was changed.");
        }
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".heic" => "image/heic",
        _ => "image/jpeg",
    };
}
