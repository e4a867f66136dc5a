using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.BadInput;

/// <summary>Requests to a wrong path, method or media type: the error always has the documented form.</summary>
public sealed class BadRequestTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GET", "/api/upload", 405)]
    [InlineData("PUT", "/api/secure/upload", 405)]
    [InlineData("GET", "/api/ocr/process_image", 405)]
    [InlineData("GET", "/api/ocr/process_batch", 405)]
    [InlineData("DELETE", "/api/files/pending", 405)]
    [InlineData("GET", "/api/clean", 405)]
    [InlineData("POST", "/api/ocr/status/BATCH_20250711_143052_a8f", 405)]
    [InlineData("GET", "/api/ocr/status/BATCH_20250711_143052_a8f", 404)]
    [InlineData("GET", "/api/ocr/status/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("GET", "/api/ocr/status/BATCH_20250711_143052_a8f%0a", 404)]
    [InlineData("GET", "/api/ocr/status/%F0%9F%98%80", 404)]
    [InlineData("GET", "/api/ocr/status/%FF%FE", 404)]
    [InlineData("GET", "/api/ocr/status/'%20OR%201=1--", 404)]
    [InlineData("GET", "/api/ocr/status/", 404)]
    [InlineData("GET", "/api/nowhere", 404)]
    [InlineData("POST", "/api/upload/", 415)]
    public async Task An_unknown_path_or_method_is_an_error_in_the_documented_form(string method, string path, int expected)
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await app.Client.SendAsync(request);
        Assert.Equal(expected, (int)response.StatusCode);
        await IsInFormAsync(response);
    }

    [Theory]
    [InlineData("/api/clean", "{\"force_clean\": tru", "application/json", 400)]
    [InlineData("/api/clean", "[]", "application/json", 400)]
    [InlineData("/api/clean", "{}", "text/plain", 415)]
    [InlineData("/api/clean", "{\"force_clean\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": 1}}}}}}}}}}}}}}}}}", "application/json", 400)]
    [InlineData("/api/ocr/process_batch", "{\"batch_config\": {\"max_images\": [50]}}", "application/json", 400)]
    [InlineData("/api/ocr/process_batch", "{\"profile\": true}", "application/json", 400)]
    [InlineData("/api/ocr/process_batch", "{\"profile\": \"balanced\"} {}", "application/json", 400)]
    [InlineData("/api/ocr/process_batch", "{'profile': 'balanced'}", "application/json", 400)]
    [InlineData("/api/ocr/process_batch", "{\"files\": [\"recibo\\u0000.png\"]}", "application/json", 400)]
    [InlineData("/api/ocr/process_batch", "{}", "application/x-www-form-urlencoded", 415)]
    [InlineData("/api/ocr/process_batch", "{}", "application/xml", 415)]
    public async Task Json_that_is_broken_deep_or_of_the_wrong_types_is_refused(string path, string body, string mediaType, int expected)
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        await app.UploadAsync(1);
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(expected, (int)response.StatusCode);
        await IsInFormAsync(response);
        Assert.Equal(Data.ReceiptState.Pending, (await app.RowsAsync()).Single().State);
    }

    [Theory]
    [InlineData("/api/ocr/process_batch", "\uFEFF{\"profile\": \"balanced\"}", 200)]
    [InlineData("/api/ocr/process_batch", "\uFEFF", 200)]
    [InlineData("/api/ocr/process_batch", "\uFEFF\uFEFF{}", 400)]
    [InlineData("/api/clean", "\uFEFF{\"force_clean\": true}", 200)]
    public async Task A_byte_order_mark_before_json_is_skipped(string path, string body, int expected)
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/api/clean")]
    [InlineData("/api/ocr/process_batch")]
    public async Task Json_that_is_too_large_or_invalid_is_refused(string path)
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        foreach (var (body, expected) in new (byte[], int)[]
        {
            (Encoding.ASCII.GetBytes($"{{\"x\": \"{new string('x', 70_000)}\"}}"), 413),
            (Encoding.ASCII.GetBytes(new string('[', 60_000)), 400),
            ([.. "{\"profile\": \""u8, 0xFF, 0xFE, .. "\", \"force_clean\": \""u8, 0xFF, .. "\"}"u8], 400),
            ([.. "{\""u8, 0xC3, .. "\": 1}"u8], 400),
        })
        {
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal(expected, (int)response.StatusCode);
            await IsInFormAsync(response);
        }
    }

    // The web server refuses these before our code runs, so the error has no documented form.
    [Theory]
    [InlineData("GET /api/ocr/status/%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/files/pending HTTP/1.1\r\n\r\n")]
    [InlineData("BROKEN\r\n\r\n")]
    public async Task Invalid_http_gets_400(string request)
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        using var connection = await Wire.ConnectAsync(app);
        await connection.SendAsync(request);
        Assert.StartsWith("HTTP/1.1 400", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await app.GetAsync("/api/files/pending"))["files_pending"]!);
    }

    private static async Task IsInFormAsync(HttpResponseMessage response)
    {
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"]!.Without("details"), answer));
        Assert.EndsWith($"_{(int)response.StatusCode}", (string?)answer!["error_code"], StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
    }
}
