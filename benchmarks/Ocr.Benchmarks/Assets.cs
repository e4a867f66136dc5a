using Ocr.Testing;

namespace Ocr.Benchmarks;

/// <summary>What is measured: the pack that ships, on the committed receipts.</summary>
internal static class Assets
{
    public static string Root => RepositoryRoot.Path;

    public static string Pack => Path.Combine(Root, "models", "compact");

    public static string Receipts => Path.Combine(Root, "tests", "assets", "receipts");

    /// <summary>Files of the images, in the order of their names.</summary>
    public static IReadOnlyList<string> Images(string folder) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".jpg" or ".png" or ".webp")
            .Order(StringComparer.Ordinal)];
}
