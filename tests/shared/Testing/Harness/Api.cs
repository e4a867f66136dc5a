using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ocr.Testing.Harness;

/// <summary>The documented API, called as a client calls it. Responses are returned unchanged, so that tests see every key.</summary>
public sealed class Api(Uri address) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>For calls that no method here makes.</summary>
    public HttpClient Client => _client;

    /// <summary>Whether the process is ready.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var response = await _client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return response.IsSuccessStatusCode;
    }

    /// <summary><c>POST /api/upload</c>.</summary>
    public Task<ApiResponse> UploadAsync(params Upload[] uploads) => UploadAsync("/api/upload", uploads);

    /// <summary>An upload to a path, with or without a query.</summary>
    public async Task<ApiResponse> UploadAsync(string path, params Upload[] uploads)
    {
        using var form = new MultipartFormDataContent();
        for (var index = 0; index < uploads.Length; index++)
        {
            var content = new ByteArrayContent(uploads[index].Content);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "files", uploads[index].FileName);
            foreach (var (name, value) in uploads[index].Metadata)
            {
                form.Add(new StringContent(value), $"{name}_{index}");
            }
        }

        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), form);
        return await ApiResponse.ReadAsync(response);
    }

    /// <summary><c>POST /api/ocr/read</c> with the image as multipart.</summary>
    public async Task<(ApiResponse Response, HttpResponseHeaders Headers)> ReadAsync(Upload upload, string? prefer = null, string? key = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(upload.Content), "image", upload.FileName } };
        foreach (var (name, value) in upload.Metadata)
        {
            form.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/read") { Content = form };
        foreach (var (name, value) in new[] { ("Prefer", prefer), ("Idempotency-Key", key) }.Where(header => header.Item2 is not null))
        {
            request.Headers.Add(name, value);
        }

        using var response = await _client.SendAsync(request);
        return (await ApiResponse.ReadAsync(response), response.Headers);
    }

    /// <summary><c>POST /api/ocr/process_batch</c>, waiting for the batch.</summary>
    public async Task<ApiResponse> ProcessAsync(JsonObject? options = null)
    {
        using var response = await _client.PostAsJsonAsync("/api/ocr/process_batch", options ?? []);
        return await ApiResponse.ReadAsync(response);
    }

    /// <summary><c>POST /api/ocr/process_batch</c>, with an immediate response.</summary>
    /// <returns>The batch's id.</returns>
    public async Task<string> StartBatchAsync(JsonObject? options = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch") { Content = JsonContent.Create(options ?? []) };
        request.Headers.Add("Prefer", "respond-async");
        using var response = await _client.SendAsync(request);
        return (await ApiResponse.ReadAsync(response)).Body["request_id"]!.GetValue<string>();
    }

    /// <summary><c>GET /api/ocr/status/{request_id}</c>, until the batch is no longer processing.</summary>
    public Task<JsonObject> FinishAsync(string requestId, TimeSpan timeout) =>
        Probe.UntilAsync(() => GetAsync($"/api/ocr/status/{requestId}"), status => status.Text("status") != "processing", timeout);

    /// <summary>GET of a path; the response must be 200.</summary>
    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var answer = await ApiResponse.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}: {answer.Body}");
        return answer.Body;
    }

    /// <summary><c>GET /api/ocr/result/{id}</c>: the individual JSON.</summary>
    public async Task<JsonObject> ResultAsync(string requestId, string storedName) =>
        (JsonObject)(await GetAsync($"/api/ocr/result/{Uri.EscapeDataString($"{requestId}_{storedName}")}"))["data"]!;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
