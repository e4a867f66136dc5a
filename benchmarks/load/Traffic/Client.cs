using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ocr.Load.Traffic;

/// <summary>Calls the API like a sender of receipts.</summary>
internal sealed class Client(Uri address) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    private int _sender;

    /// <summary>Calls <c>POST /api/upload</c>; returns the stored names, or an empty list for an expected rejection.</summary>
    /// <exception cref="HttpRequestException">The response is unexpected.</exception>
    public async Task<IReadOnlyList<string>> UploadAsync(IReadOnlyList<Image> images, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        for (var index = 0; index < images.Count; index++)
        {
            form.Add(new ByteArrayContent(images[index].Content), "files", images[index].FileName);
            // A different sender per upload, so that stored names differ.
            form.Add(Text($"{Interlocked.Increment(ref _sender):D12}@lid"), $"idWhatsapp_{index}");
        }

        form.Add(Text("A"), "numerosorteo");
        form.Add(Text("20250711"), "fechasorteo");
        form.Add(Text("Ana"), "nombre");
        form.Add(Text("14-30"), "horamin");
        using var response = await _client.PostAsync(new Uri("/api/upload", UriKind.Relative), form, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest && images.Any(image => image.Kind == Kind.Refused))
        {
            return [];
        }

        return response.StatusCode == HttpStatusCode.OK && images.All(image => image.Kind != Kind.Refused)
            ? [.. body!["files_processed"]!.AsArray().Select(file => file!["stored_name"]!.GetValue<string>())]
            : throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"Upload returned {(int)response.StatusCode}: {body}"));
    }

    /// <summary>Calls <c>POST /api/ocr/read</c> and waits for the individual JSON.</summary>
    /// <returns>The stored name, and the seconds of inference.</returns>
    /// <exception cref="HttpRequestException">The response is unexpected.</exception>
    public async Task<(string Name, double Inference)> ReadAsync(Image image, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(image.Content), "image", image.FileName },
            { Text($"{Interlocked.Increment(ref _sender):D12}@lid"), "idWhatsapp" },
            { Text("A"), "numerosorteo" },
            { Text("20250711"), "fechasorteo" },
            { Text("Ana"), "nombre" },
            { Text("14-30"), "horamin" },
        };
        using var response = await _client.PostAsync(new Uri("/api/ocr/read", UriKind.Relative), form, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? (body!["filename"]!.GetValue<string>(), body["processing_metadata"]!["processing_time"]!.GetValue<double>())
            : throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"Read returned {(int)response.StatusCode}: {body}"));
    }

    /// <summary>Calls <c>POST /api/ocr/process_batch</c>; returns the number of receipts in the batch.</summary>
    /// <param name="wait">Whether to wait for its results.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<int> ProcessAsync(bool wait, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch") { Content = JsonContent.Create(new JsonObject()) };
        if (!wait)
        {
            request.Headers.Add("Prefer", "respond-async");
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return body!["processing_summary"]!["files_found"]!.GetValue<int>();
    }

    public void Dispose() => _client.Dispose();

    private static StringContent Text(string value) => new(value);
}
