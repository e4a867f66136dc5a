namespace Ocr.Recognition.Tests;

/// <summary>Committed files that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The pack that ships.</summary>
    public static string Pack => Path.Combine(Root, "models", "compact");

    public static string TestFile(params string[] parts) =>
        Path.Combine([Root, "tests", "Recognition.Tests", .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ocr.Distributed.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
