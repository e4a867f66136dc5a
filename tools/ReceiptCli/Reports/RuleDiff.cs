using System.Text;
using DiffPlex;
using DiffPlex.Renderer;
using Ocr.ReceiptCli.Teaching;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats a change of the rule files as a unified diff, with paths relative to the current folder.</summary>
internal static class RuleDiff
{
    public static string Write(RuleDraft before, RuleDraft after)
    {
        var text = new StringBuilder();
        var renderer = new UnidiffRenderer(Differ.Instance);
        foreach (var (old, now) in before.Files.Zip(after.Files).Where(pair => pair.First.Text != pair.Second.Text))
        {
            var name = Path.GetRelativePath(Environment.CurrentDirectory, now.Path).Replace('\\', '/');
            text.Append(renderer.Generate(old.Text, now.Text, $"a/{name}", $"b/{name}").TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
