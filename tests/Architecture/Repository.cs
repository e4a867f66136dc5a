using System.Runtime.CompilerServices;

namespace Ocr.Architecture;

/// <summary>The source tree that the rules check.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Paths relative to the root, forward slashes, build output left out.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        [.. Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(IsOutput))
            .Order(StringComparer.Ordinal)];

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static bool IsOutput(string part) =>
        part is "artifacts" or "bin" or "obj" or "node_modules" or ".git" or ".cache";

    private static string Find([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Ocr.Distributed.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"No Ocr.Distributed.sln above {here}");
    }
}
