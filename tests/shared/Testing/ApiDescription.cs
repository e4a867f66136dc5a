using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ocr.Testing;

/// <summary>The committed API description (OpenAPI 3.0), and the differences of a response from it. An undescribed key is a difference too.</summary>
public sealed class ApiDescription
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static string File { get; } = Path.Combine(RepositoryRoot.Path, "services", "Gateway", "OpenApi", "openapi.json");

    public static ApiDescription Read() => new() { Document = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject() };

    public required JsonObject Document { get; init; }

    public IEnumerable<(string Method, string Path, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    /// <summary>The described response of an operation, with its reference resolved.</summary>
    public JsonObject? Response(string method, string path, int status) =>
        Document["paths"]?[path]?[method.ToLowerInvariant()]?["responses"]?[status.ToString(CultureInfo.InvariantCulture)] is { } answer ? Follow(answer) : null;

    /// <summary>The differences of a response from its description.</summary>
    public IReadOnlyList<string> Differences(string method, string path, int status, JsonNode? body) =>
        Response(method, path, status)?["content"]?["application/json"]?["schema"] is { } schema
            ? [.. Check(schema, body, "$")]
            : [$"{method} {path} {status} is not described"];

    public IEnumerable<string> Check(JsonNode schemaOrReference, JsonNode? value, string at)
    {
        var schema = Follow(schemaOrReference);
        if (value is null)
        {
            return schema["nullable"]?.GetValue<bool>() == true ? [] : [$"{at} is null"];
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            return choices.Any(choice => !Check(choice!, value, at).Any()) ? [] : [$"{at} is none of the described kinds"];
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "object" when value is JsonObject found => CheckObject(schema, found, at),
            "array" when value is JsonArray found => found.SelectMany((item, index) => Check(schema["items"]!, item, $"{at}[{index}]")),
            "string" when value.GetValueKind() == JsonValueKind.String => CheckText(schema, value.GetValue<string>(), at),
            "boolean" when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => [],
            "number" when value.GetValueKind() == JsonValueKind.Number => [],
            "integer" when value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => [],
            var type => [$"{at} is {value.GetValueKind()}, described as {type}"],
        };
    }

    private static IEnumerable<string> CheckText(JsonObject schema, string text, string at)
    {
        if (schema["enum"] is JsonArray values && !values.Any(item => item!.GetValue<string>() == text))
        {
            yield return $"{at} is '{text}', not one of {values.ToJsonString()}";
        }

        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))
        {
            yield return $"{at} is '{text}', no instant";
        }
    }

    private IEnumerable<string> CheckObject(JsonObject schema, JsonObject found, string at)
    {
        var described = schema["properties"] as JsonObject ?? [];
        var others = schema["additionalProperties"] as JsonObject;
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !found.ContainsKey(name)))
        {
            yield return $"{at}.{name} is missing";
        }

        foreach (var (name, value) in found)
        {
            var known = described[name] ?? others;
            var differences = known is not null ? Check(known, value, $"{at}.{name}")
                : described.Count > 0 || others is not null ? [$"{at}.{name} is not described"]
                : [];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private JsonObject Follow(JsonNode node)
    {
        // In OpenAPI 3.0 a reference cannot have a description beside it, so allOf contains it.
        if (node["allOf"] is JsonArray { Count: 1 } whole)
        {
            return Follow(whole[0]!);
        }

        if (node["$ref"]?.GetValue<string>() is not { } reference)
        {
            return node.AsObject();
        }

        JsonNode? target = Document;
        foreach (var name in reference.Split('/').Skip(1))
        {
            target = target?[name];
        }

        return target?.AsObject() ?? throw new InvalidDataException($"{reference} leads nowhere.");
    }
}
