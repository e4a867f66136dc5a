using Ocr.Testing;

namespace Ocr.Benchmarks;

/// <summary>Input of the benchmarks: the shipped pack and the committed receipts.</summary>
internal static class Assets
{
    public static string Root => RepositoryRoot.Path;

    public static string Pack => Path.Combine(Root, "models", "compact");

    public static string Receipts => Path.Combine(Root, "tests", "assets", "receipts");

    /// <summary>Returns the image files ordered by name.</summary>
    public static IReadOnlyList<string> Images(string folder) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".jpg" or ".png" or ".webp")
            .Order(StringComparer.Ordinal)];
}
