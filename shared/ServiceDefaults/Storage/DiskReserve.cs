using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Storage;

/// <summary>How much space uploads leave on the disk.</summary>
public sealed class DiskOptions
{
    /// <summary>
    /// Space that uploads leave for the results of what was accepted and for cleaning. Default 256 MiB.
    /// </summary>
    [Setting("DISK_RESERVE_BYTES", "a number of bytes from 0 to 1000000000000"), Range(0L, 1_000_000_000_000L)]
    public long ReserveBytes { get; set; } = 256 * 1024 * 1024;
}

/// <summary>A folder whose disk is watched.</summary>
/// <param name="Path">The folder.</param>
public sealed record WatchedFolder(string Path);

/// <summary>Tells whether the disks of this process have room beyond their reserve.</summary>
/// <param name="options">Size of the reserve.</param>
/// <param name="folders">Folders on the disks.</param>
public sealed class DiskReserve(IOptions<DiskOptions> options, IEnumerable<WatchedFolder> folders)
{
    private readonly string[] _folders = [.. folders.Select(folder => Path.GetFullPath(folder.Path)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the reserve remains after so many bytes more.</summary>
    /// <param name="bytes">What is to be written.</param>
    public bool HasRoomFor(long bytes) => Array.TrueForAll(_folders, folder => Free(folder) >= options.Value.ReserveBytes + bytes);

    // A folder that is not there is no question of space: whoever writes reports it.
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
