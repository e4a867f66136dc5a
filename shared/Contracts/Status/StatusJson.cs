using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ocr.Contracts.Status;

/// <summary>Writes and reads status sections, whose JSON keys are the property names in snake case.</summary>
public static class StatusJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes a section, or a part of one.</summary>
    /// <param name="section">The section.</param>
    public static JsonObject Write<T>(T section)
        where T : class => JsonSerializer.SerializeToNode(section, Options)!.AsObject();

    /// <summary>
    /// Reads a section. A value that is missing, as in the section of an older release, has its default. A section that is missing or unreadable has only defaults.
    /// </summary>
    /// <param name="json">The section; <see langword="null"/> when the service is unavailable.</param>
    public static T Read<T>(JsonObject? json)
        where T : class, new()
    {
        try
        {
            return json?.Deserialize<T>(Options) ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }
}
