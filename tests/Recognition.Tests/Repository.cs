using Ocr.Testing;

namespace Ocr.Recognition.Tests;

/// <summary>Committed files that tests read.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Path;

    /// <summary>The shipped pack.</summary>
    public static string Pack => Path.Combine(Root, "models", "compact");

    public static string TestFile(params string[] parts) =>
        Path.Combine([Root, "tests", "Recognition.Tests", .. parts]);
}
