
namespace Ocr.Testing.Harness;

/// <summary>Paths in the source tree and in the build output.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root => RepositoryRoot.Path;

    /// <summary>
    /// The frozen set of rendered receipts with their truth, or the folder that <c>RECEIPTS_DIR</c> names: a larger rendered set,
    /// or an operator's own images with a <c>truth.json</c>.
    /// </summary>
    public static string Receipts { get; } =
        Environment.GetEnvironmentVariable("RECEIPTS_DIR") ?? Path.Combine(Root, "tests", "assets", "receipts");

    /// <summary>Standalone in the build output, in the configuration of these tests.</summary>
    public static string Standalone
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(output.Parent!.Parent!.FullName, "Ocr.Standalone", output.Name, "Ocr.Standalone.dll");
        }
    }
}
