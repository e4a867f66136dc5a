using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Ingest.Idempotency;

namespace Ocr.Ingest.Tests.Read;

/// <summary>A response to <c>POST /api/ocr/read</c>.</summary>
internal sealed record ReadResponse(HttpStatusCode Status, JsonObject Body, bool Replayed, string? Location, string? Applied, string? RetryAfter);

/// <summary>Calls of <c>POST /api/ocr/read</c>.</summary>
internal static class ReadClient
{
    public static JsonObject Body(byte[]? image = null, string? url = null) => new()
    {
        ["image"] = image is null ? null : Convert.ToBase64String(image),
        ["url"] = url,
        ["filename"] = "recibo.png",
        ["numerosorteo"] = "A",
        ["fechasorteo"] = "20250711",
        ["idWhatsapp"] = "123456789@lid",
        ["nombre"] = "Juan",
        ["horamin"] = "14-30",
    };

    public static Task<ReadResponse> ReadAsync(this IngestApp app, JsonObject body, string? prefer = null, string? key = null, string tenant = "principal") =>
        app.ReadAsync(JsonContent.Create(body), prefer, key, tenant);

    public static async Task<ReadResponse> ReadAsync(
        this IngestApp app, HttpContent content, string? prefer = null, string? key = null, string tenant = "principal")
    {
        using var client = app.ClientOf(tenant);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/read") { Content = content };
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        if (key is not null)
        {
            request.Headers.Add(IdempotentRequest.Header, key);
        }

        using var response = await client.SendAsync(request);
        return new ReadResponse(
            response.StatusCode,
            (await response.Content.ReadFromJsonAsync<JsonObject>())!,
            response.Headers.Contains(IdempotentRequest.ReplayedHeader),
            response.Headers.Location?.ToString(),
            response.Headers.TryGetValues("Preference-Applied", out var applied) ? applied.Single() : null,
            response.Headers.RetryAfter?.ToString());
    }

    /// <summary>The fields that an error names.</summary>
    public static string FieldErrors(this ReadResponse response) =>
        string.Join(',', response.Body["details"]!["field_errors"]!.AsObject().Select(item => item.Key));
}
