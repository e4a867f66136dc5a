using System.Text.Json.Nodes;

namespace Ocr.Testing;

/// <summary>Compares a real response with a documented one: key names, nesting, types. Additional keys are allowed.</summary>
public static class JsonShape
{
    /// <summary>Reads a documented response by the name of its file.</summary>
    public static JsonNode Documented(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "assets", "contract", name + ".json")))!;

    /// <summary>Paths of missing keys and of values of another type.</summary>
    public static IReadOnlyList<string> Differences(JsonNode? documented, JsonNode? actual, string path = "$") => (documented, actual) switch
    {
        (JsonObject expected, JsonObject found) => [.. expected.SelectMany(item =>
            found.TryGetPropertyValue(item.Key, out var value)
                ? Differences(item.Value, value, $"{path}.{item.Key}")
                : [$"{path}.{item.Key} is missing"])],
        (JsonArray expected, JsonArray found) => expected.Count == 0 || expected[0] is null ? [] :
            [.. found.SelectMany((item, index) => Differences(expected[0], item, $"{path}[{index}]"))],
        _ => Kind(documented) == Kind(actual) ? [] : [$"{path} is {Kind(actual)}, not {Kind(documented)}"],
    };

    private static string Kind(JsonNode? node) => node?.GetValueKind().ToString().Replace("True", "Bool", StringComparison.Ordinal)
        .Replace("False", "Bool", StringComparison.Ordinal) ?? "Null";
}
