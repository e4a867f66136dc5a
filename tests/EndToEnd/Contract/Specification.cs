using System.Text.Json.Nodes;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Contract;

/// <summary>A fenced block of the specification.</summary>
/// <param name="Id">Its place: heading, language, and a number from the second block of its language under a heading on.</param>
/// <param name="Heading">The heading above it: <c>POST /api/upload</c>, <c>§2.1</c>, <c>Campos Numéricos</c>.</param>
/// <param name="Language">The word after the fence.</param>
/// <param name="Text">Its content.</param>
internal sealed record SpecificationBlock(string Id, string Heading, string Language, string Text)
{
    /// <summary>The block as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;
}

/// <summary>The users' document, <c>docs/spec/informe-3-api.md</c>. The tests of this folder are generated from its blocks.</summary>
internal static class Specification
{
    private const string Fence = "```";

    /// <summary>All blocks in order.</summary>
    public static IReadOnlyList<SpecificationBlock> Blocks { get; } =
        [.. Read(File.ReadLines(Path.Combine(Repository.Root, "docs", "spec", "informe-3-api.md")))];

    /// <summary>A block by its id.</summary>
    public static SpecificationBlock Block(string id) =>
        Blocks.SingleOrDefault(block => block.Id == id) ?? throw new KeyNotFoundException($"The specification has no block '{id}'.");

    private static IEnumerable<SpecificationBlock> Read(IEnumerable<string> lines)
    {
        var seen = new Dictionary<string, int>();
        var heading = "";
        List<string>? block = null;
        var language = "";
        foreach (var line in lines)
        {
            if (block is null && line.StartsWith('#'))
            {
                heading = Short(line);
            }
            else if (block is null && line.StartsWith(Fence, StringComparison.Ordinal))
            {
                (block, language) = ([], line[Fence.Length..].Trim() is { Length: > 0 } name ? name : "text");
            }
            else if (block is not null && line.StartsWith(Fence, StringComparison.Ordinal))
            {
                var kind = $"{heading} {language}";
                seen[kind] = seen.GetValueOrDefault(kind) + 1;
                yield return new SpecificationBlock(seen[kind] == 1 ? kind : $"{kind} {seen[kind]}", heading, language, string.Join('\n', block));
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }
    }

    // "#### **2.1 Estructura …**" becomes "§2.1"; other headings stay as they are, without their marks.
    private static string Short(string line)
    {
        var text = line.Trim('#', ' ', '*');
        return char.IsAsciiDigit(text[0]) ? $"§{text.Split(' ')[0]}" : text;
    }
}
