using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Ocr.Extractor.Tests.Live;

/// <summary>A folder of rules that changes while a service runs: plain files, or links as Kubernetes mounts a ConfigMap.</summary>
internal sealed class RuleFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("live-rules-").FullName;
    private readonly bool _mounted;
    private int _generation;

    public RuleFolder(bool mounted = false)
    {
        _mounted = mounted;
        foreach (var name in (string[])["extraction_rules.json", "banks.json", "decision.json"])
        {
            Contents[name] = File.ReadAllText(Path.Combine(Shipped.Folder, name));
        }

        Write();
    }

    public string Rules => Path.Combine(_root, "extraction_rules.json");

    public string Banks => Path.Combine(_root, "banks.json");

    public string Decision => Path.Combine(_root, "decision.json");

    private Dictionary<string, string> Contents { get; } = [];

    /// <summary>Writes a changed copy of the shipped rules with another version.</summary>
    public void Publish(string version, Action<JsonNode>? change = null)
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "extraction_rules.json")))!;
        rules["version"] = version;
        change?.Invoke(rules);
        Publish("extraction_rules.json", rules.ToJsonString());
    }

    public void Publish(string name, string content)
    {
        Contents[name] = content;
        Write();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write()
    {
        var folder = _mounted ? Directory.CreateDirectory(Path.Combine(_root, $"..{++_generation}")).FullName : _root;
        foreach (var (name, content) in Contents)
        {
            File.WriteAllText(Path.Combine(folder, name), content);
        }

        if (_mounted)
        {
            Swap();
        }
    }

    /// <summary>Replaces files as the kubelet does: <c>..data</c> becomes a link to the new folder in one step, the files are links through it.</summary>
    private void Swap()
    {
        var next = Path.Combine(_root, "..data_tmp");
        File.CreateSymbolicLink(next, $"..{_generation}");
        // a rename over the old link, which .NET's own move methods reject because it points to a folder
        using var rename = Process.Start("mv", ["-T", next, Path.Combine(_root, "..data")]);
        rename.WaitForExit();
        Assert.Equal(0, rename.ExitCode);
        foreach (var name in Contents.Keys.Where(name => !Path.Exists(Path.Combine(_root, name))))
        {
            File.CreateSymbolicLink(Path.Combine(_root, name), Path.Combine("..data", name));
        }

        if (_generation > 1)
        {
            Directory.Delete(Path.Combine(_root, $"..{_generation - 1}"), recursive: true);
        }
    }
}
