using System.Text.Json.Serialization;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Body of every error response (§5.2 of the specification).</summary>
public sealed record ErrorResponse
{
    /// <summary>Always true.</summary>
    [JsonPropertyName("error"), JsonPropertyOrder(0)]
    public bool Error { get; } = true;

    /// <summary>Always <c>error</c>.</summary>
    [JsonPropertyName("status"), JsonPropertyOrder(1)]
    public string Status { get; } = "error";

    /// <summary>Always <c>error</c>.</summary>
    [JsonPropertyName("estado"), JsonPropertyOrder(2)]
    public string Estado { get; } = "error";

    /// <summary>What happened, English.</summary>
    [JsonPropertyName("message"), JsonPropertyOrder(3)]
    public required string Message { get; init; }

    /// <summary>What happened, Spanish.</summary>
    [JsonPropertyName("mensaje"), JsonPropertyOrder(4)]
    public required string Mensaje { get; init; }

    /// <summary>A sentence, or an object with <c>field_errors</c> and <c>file_errors</c>.</summary>
    [JsonPropertyName("details"), JsonPropertyOrder(5)]
    public required object Details { get; init; }

    /// <summary>When it happened, UTC.</summary>
    [JsonPropertyName("timestamp"), JsonPropertyOrder(6)]
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Stable code that ends in the status, <c>NOT_FOUND_404</c>.</summary>
    [JsonPropertyName("error_code"), JsonPropertyOrder(7)]
    public required string ErrorCode { get; init; }

    /// <summary>Trace id of the request.</summary>
    [JsonPropertyName("request_id"), JsonPropertyOrder(8)]
    public required string RequestId { get; init; }

    /// <summary>Advice for the client, Spanish.</summary>
    [JsonPropertyName("help"), JsonPropertyOrder(9)]
    public required string Help { get; init; }
}
