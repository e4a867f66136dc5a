using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Storage;

/// <summary>Space that uploads leave free on the disk.</summary>
public sealed class DiskOptions
{
    /// <summary>
    /// Space that uploads leave free for the results of accepted receipts and for cleaning. Default 256 MiB.
    /// </summary>
    [Setting("DISK_RESERVE_BYTES", "a number of bytes from 0 to 1000000000000"), Range(0L, 1_000_000_000_000L)]
    public long ReserveBytes { get; set; } = 256 * 1024 * 1024;
}

/// <summary>A folder whose disk is checked.</summary>
/// <param name="Path">The folder.</param>
public sealed record WatchedFolder(string Path);

/// <summary>Checks whether the disks of this process have free space beyond their reserve.</summary>
/// <param name="options">Size of the reserve.</param>
/// <param name="folders">Folders on the disks.</param>
public sealed class DiskReserve(IOptions<DiskOptions> options, IEnumerable<WatchedFolder> folders)
{
    private readonly string[] _folders = [.. folders.Select(folder => Path.GetFullPath(folder.Path)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the reserve remains after a write of this size.</summary>
    /// <param name="bytes">Size of the write.</param>
    public bool HasRoomFor(long bytes) => Array.TrueForAll(_folders, folder => Free(folder) >= options.Value.ReserveBytes + bytes);

    // A missing folder is not a lack of space: the writer reports it.
    private static long Free(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return long.MaxValue;
        }
    }
}
