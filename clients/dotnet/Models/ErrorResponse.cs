using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.Client;

/// <summary>The documented form of errors.</summary>
internal sealed record ErrorResponse(
    [property: JsonPropertyName("error_code")] string? Code,
    [property: JsonPropertyName("mensaje")] string? Mensaje,
    [property: JsonPropertyName("details")] JsonElement? Details,
    [property: JsonPropertyName("request_id")] string? RequestId,
    [property: JsonPropertyName("help")] string? Help);
