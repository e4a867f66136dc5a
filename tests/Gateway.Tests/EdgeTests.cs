using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

/// <summary>The middleware of every response: headers, compression, error form, limits.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData("/", "script-src 'self'; style-src 'self'; img-src 'self' blob: data:")]
    [InlineData("/api/health", "default-src 'none'")]
    [InlineData("/api/extract_results", "default-src 'none'")]
    [InlineData("/api/nowhere", "default-src 'none'")]
    public async Task Every_response_has_security_headers(string path, string policy)
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var response = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Contains(policy, response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_large_answer_of_a_service_is_compressed(string encoding)
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/files/processed");
        request.Headers.Add("Accept-Encoding", encoding);
        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Contains(new string('a', 10_000), await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_other_origins_can_read_a_refusal_and_ask_before_they_send()
    {
        await using var gateway = await GatewayApp.StartAsync(("RATE_LIMIT_PER_MINUTE", "1"), ("CORS_ORIGINS", "https://mi-frontend.com"));
        for (var turn = 0; turn < 2; turn++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/extract_results");
            request.Headers.Add("Origin", "https://mi-frontend.com");
            using var response = await gateway.Client.SendAsync(request);
            Assert.Equal(turn == 0 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.Equal("https://mi-frontend.com", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/upload");
        preflight.Headers.Add("Origin", "https://mi-frontend.com");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "x-api-key");
        using var allowed = await gateway.Client.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Contains("POST", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_upload_may_be_large()
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var content = new ByteArrayContent(new byte[300_000]);
        using var response = await gateway.Client.PostAsync(new Uri("/api/ocr/process_batch", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    // An image of the maximum size is one third longer as base64 than as multipart. It is admitted also where an upload may have one file only.
    [Theory]
    [InlineData(1_400_000, HttpStatusCode.OK)]
    [InlineData(2_400_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_read_may_be_as_large_as_one_image_in_base64(int size, HttpStatusCode expected)
    {
        await using var gateway = await GatewayApp.StartAsync(("MAX_CONTENT_LENGTH", "1000000"), ("MAX_FILES_PER_UPLOAD", "1"));
        using var content = new ByteArrayContent(new byte[size]);
        using var response = await gateway.Client.PostAsync(new Uri("/api/ocr/read", UriKind.Relative), content);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("xyz\r\n")] // no size of a chunk
    [InlineData("5\r\nhello5\r\n")] // no end of one
    public async Task A_chunk_that_is_malformed_is_the_fault_of_the_client(string chunk)
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, gateway.Client.BaseAddress!.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"POST /api/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n{chunk}"));
        using var reader = new StreamReader(stream);

        Assert.Contains(" 400 ", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_carries_the_trace_of_its_request()
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nowhere");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler) { BaseAddress = gateway.Client.BaseAddress };
        using var response = await client.SendAsync(request);

        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", error!["request_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_wrong_method_names_the_right_ones()
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var response = await gateway.Client.DeleteAsync(new Uri("/api/health", UriKind.Relative));

        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"api_key": 5}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"api_key": "ocr_"}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_cannot_be_read_is_a_documented_error(string body, string type, HttpStatusCode status)
    {
        await using var gateway = await GatewayApp.StartAsync(("SESSION_SECRET", "a secret of at least 32 characters, for tests"));
        using var content = new StringContent(body, null, type);
        using var response = await gateway.Client.PostAsync(new Uri("/api/auth/token", UriKind.Relative), content);

        Assert.Equal(status, response.StatusCode);
        Assert.EndsWith($"_{(int)status}", (await response.Content.ReadFromJsonAsync<JsonObject>())!["error_code"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_holds_a_secret()
    {
        const string Admin = "administrator-of-the-tests", Secret = "a secret of at least 32 characters, for tests";
        using var log = new CapturedLog();
        await using var gateway = await GatewayApp.StartAsync(
            log, ("LOG_LEVEL", "DEBUG"), ("AUTH_REQUIRED", "true"), ("ADMIN_API_KEY", Admin), ("SESSION_SECRET", Secret));
        gateway.Client.DefaultRequestHeaders.Add("X-API-Key", Admin);
        using var created = await gateway.Client.PostAsJsonAsync("/api/generate_key", new { name = "logged" });
        var key = (await created.Content.ReadFromJsonAsync<JsonObject>())!["api_key"]!.GetValue<string>();
        gateway.Client.DefaultRequestHeaders.Clear();
        var token = await AccessTests.TokenAsync(gateway, key);
        foreach (var credential in (string[])[key, token, key + "x", token + "x"])
        {
            await AccessTests.StatusAsync(gateway, "GET", "/api/extract_results", ("Authorization", $"Bearer {credential}"));
            await AccessTests.StatusAsync(gateway, "POST", "/api/auth/token", ("X-API-Key", credential));
        }

        Assert.NotEmpty(log.Lines);
        foreach (var secret in (string[])[Admin, Secret, key, key[8..], token, token.Split('.')[2]])
        {
            Assert.DoesNotContain(log.Lines.Concat(log.Scopes), line => line.Contains(secret, StringComparison.Ordinal));
        }
    }
}
