using Ocr.ReceiptCli.Teaching;
using Ocr.Testing;

namespace Ocr.ReceiptCli.Tests;

/// <summary>A copy of the shipped rule files that a test may change.</summary>
internal sealed class RuleFiles : IDisposable
{
    public RuleFiles()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "rules"), "*.json"))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("taught-rules-").FullName;

    public string Rules => Path.Combine(Folder, "extraction_rules.json");

    public string Banks => Path.Combine(Folder, "banks.json");

    public RuleDraft Draft => RuleDraft.Load(Rules, Banks);

    /// <summary>Replaces a text, which must exist.</summary>
    public static void Change(string path, string old, string now)
    {
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
