using System.Text.Json.Nodes;

namespace Ocr.Testing.Harness;

/// <summary>Short forms for reading responses; a missing key fails the test.</summary>
public static class JsonReading
{
    /// <summary>A string.</summary>
    public static string Text(this JsonNode node, string key) => Get(node, key).GetValue<string>();

    /// <summary>A whole number.</summary>
    public static int Count(this JsonNode node, string key) => Get(node, key).GetValue<int>();

    /// <summary>A list of objects.</summary>
    public static JsonObject[] List(this JsonNode node, string key) => [.. Get(node, key).AsArray().Select(item => item!.AsObject())];

    /// <summary>An object.</summary>
    public static JsonObject Object(this JsonNode node, string key) => Get(node, key).AsObject();

    private static JsonNode Get(JsonNode node, string key) =>
        node[key] ?? throw new KeyNotFoundException($"No {key} in {node.ToJsonString()}");
}
