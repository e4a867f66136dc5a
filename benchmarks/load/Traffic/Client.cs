using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ocr.Load.Traffic;

/// <summary>The API, as a sender of receipts uses it.</summary>
internal sealed class Client(Uri address) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    private int _sender;

    /// <summary><c>POST /api/upload</c>; the stored names, or nothing for what was refused as it should be.</summary>
    /// <exception cref="HttpRequestException">Any other answer.</exception>
    public async Task<IReadOnlyList<string>> UploadAsync(IReadOnlyList<Image> images, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        for (var index = 0; index < images.Count; index++)
        {
            form.Add(new ByteArrayContent(images[index].Content), "files", images[index].FileName);
            // Senders differ, and so do the names that are given out.
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
            : throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"Upload answered {(int)response.StatusCode}: {body}"));
    }

    /// <summary><c>POST /api/ocr/process_batch</c>; the number of receipts in the batch.</summary>
    /// <param name="wait">For its results, or for its opening only.</param>
    /// <param name="cancellationToken">Gives up.</param>
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
