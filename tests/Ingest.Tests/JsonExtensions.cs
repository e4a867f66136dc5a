using System.Text.Json.Nodes;

namespace Ocr.Ingest.Tests;

internal static class JsonExtensions
{
    /// <summary>A copy of the object without a key whose shape varies.</summary>
    public static JsonObject Without(this JsonNode node, string key)
    {
        var copy = node.DeepClone().AsObject();
        copy.Remove(key);
        return copy;
    }
}
