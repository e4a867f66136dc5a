using System.Net;
using System.Text.Json.Nodes;

namespace Ocr.Testing.Harness;

/// <summary>A response of the API.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Its JSON.</param>
public sealed record ApiResponse(HttpStatusCode Status, JsonObject Body)
{
    /// <summary>Reads a response whose body is a JSON object, as every body of the API is.</summary>
    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return JsonNode.Parse(text) is JsonObject body
            ? new ApiResponse(response.StatusCode, body)
            : throw new InvalidDataException($"{(int)response.StatusCode} without a JSON object: {text}");
    }

    /// <summary>The stored names of an upload, in order.</summary>
    public string[] StoredNames() => [.. Body.List("files_processed").Select(file => file.Text("stored_name"))];
}
