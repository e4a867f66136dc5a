using System.Text.Json;
using System.Text.Json.Serialization;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Gateway.Webhooks;

/// <summary>The last attempts of a delivery, stored as JSON with its row.</summary>
internal static class AttemptLog
{
    private const int MaxKept = 20;

    /// <summary>The attempts, the oldest first.</summary>
    public static IReadOnlyList<Attempt> Read(string json) => JsonSerializer.Deserialize<Attempt[]>(json, OcrJson.Options) ?? [];

    /// <summary>The log with one more attempt.</summary>
    public static string Append(string json, Attempt attempt) =>
        JsonSerializer.Serialize(Read(json).Append(attempt).TakeLast(MaxKept), OcrJson.Options);
}

/// <summary>An attempt.</summary>
/// <param name="At">When it began, UTC.</param>
/// <param name="StatusCode">Status of the response; <see langword="null"/> without one.</param>
/// <param name="Error">Code of the error, one of <see cref="AttemptErrors"/>; <see langword="null"/> when the receiver accepted.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record Attempt(
    [property: JsonPropertyName("fecha")] DateTimeOffset At,
    [property: JsonPropertyName("codigo_http")] int? StatusCode,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("duracion_ms")] int Milliseconds);
