using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ocr.Ingest.Tests.Tenancy;

/// <summary>The calls of a tenant.</summary>
internal sealed class TenantClient(IngestApp app, string tenant) : IDisposable
{
    private readonly HttpClient _client = app.ClientOf(tenant);

    public void Dispose() => _client.Dispose();

    public async Task<(string UploadId, string[] Names)> UploadAsync(int count = 1, byte[]? image = null)
    {
        using var form = Forms.Valid(count, image is null ? null : _ => image);
        var (status, body) = await ReadAsync(await _client.PostAsync(new Uri("/api/upload", UriKind.Relative), form));
        Assert.Equal(HttpStatusCode.OK, status);
        return ((string)body["upload_id"]!, [.. body["files_processed"]!.AsArray().Select(file => (string)file!["stored_name"]!)]);
    }

    public async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(string path, object body) =>
        await ReadAsync(await _client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body));

    public Task<(HttpStatusCode Status, JsonObject Body)> ProcessAsync(object options) => PostAsync("/api/ocr/process_batch", options);

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        var (status, body) = await ReadAsync(await _client.GetAsync(new Uri(path, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    public static string[] Files(JsonObject batch) => [.. batch["results"]!.AsArray().Select(item => (string)item!["filename"]!)];

    private static async Task<(HttpStatusCode Status, JsonObject Body)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
        }
    }
}
