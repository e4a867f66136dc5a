namespace Ocr.ReceiptCli;

/// <summary>The images of a folder.</summary>
internal static class ImageFolder
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp"];

    /// <summary>Returns the images ordered by name.</summary>
    public static IReadOnlyList<FileInfo> List(DirectoryInfo folder) =>
        [.. folder.EnumerateFiles()
            .Where(file => Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
}
