namespace Ocr.ReceiptCli.Watching;

/// <summary>Finds the images of a folder that are completely written: those that did not change since the look before.</summary>
internal sealed class SettledFiles(DirectoryInfo folder)
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif", ".pdf"];

    private Dictionary<string, (long Length, DateTime Written)> _before = [];

    /// <summary>Returns the files, the oldest first.</summary>
    public IReadOnlyList<FileInfo> Scan()
    {
        var files = folder.EnumerateFiles().Where(IsImage).Select(file => (File: file, State: StateOf(file))).Where(item => item.State is not null).ToArray();
        var now = files.ToDictionary(item => item.File.Name, item => item.State!.Value);
        FileInfo[] settled =
        [
            .. files.Select(item => item.File)
                .Where(file => _before.TryGetValue(file.Name, out var before) && before == now[file.Name])
                .OrderBy(file => now[file.Name].Written).ThenBy(file => file.Name, StringComparer.Ordinal),
        ];
        _before = now;
        return settled;
    }

    // A link may point to any file of the machine.
    private static bool IsImage(FileInfo file) =>
        !file.Name.StartsWith('.') && Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) && file.LinkTarget is null;

    private static (long Length, DateTime Written)? StateOf(FileInfo file)
    {
        try
        {
            return (file.Length, file.LastWriteTimeUtc);
        }
        catch (FileNotFoundException)
        {
            // Removed since it was listed.
            return null;
        }
    }
}
