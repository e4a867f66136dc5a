namespace Ocr.Ingest.Tests;

/// <summary>Files that this process has open. The directory entry of a temporary file is removed immediately; only its handle exists.</summary>
internal static class OpenFiles
{
    public static int In(string folder) => new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos()
        .Count(handle => handle.LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true);
}
