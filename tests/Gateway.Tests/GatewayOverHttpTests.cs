using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.ServiceDefaults;

namespace Ocr.Gateway.Tests;

/// <summary>The gateway on a real port, in front of a stand-in for the other services.</summary>
public sealed class GatewayOverHttpTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    private HttpClient Client => _gateway.Client;

    public async Task InitializeAsync() => _gateway = await GatewayApp.StartAsync(
        ("MAX_CONTENT_LENGTH", "100000"),
        ("MAX_FILES_PER_UPLOAD", "1"),
        ("CORS_ORIGINS", "https://mi-frontend.com, https://otro-dominio.com"));

    public Task DisposeAsync() => _gateway.DisposeAsync().AsTask();

    [Fact]
    public async Task Forwards_a_body_that_is_larger_than_the_servers_default_for_a_field()
    {
        using var content = new ByteArrayContent(new byte[120_000]);
        using var response = await Client.PostAsync("/api/upload", content);

        Assert.Equal("120000 bytes", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Refuses_a_body_over_the_limit_in_the_documented_form()
    {
        using var content = new ByteArrayContent(new byte[1_300_000]);
        using var response = await Client.PostAsync("/api/upload", content);

        await AssertError(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Services_receive_the_client_headers_of_the_gateway_and_not_those_of_the_client()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch");
        request.Headers.Add(ClientHeaders.Name, "key-of-another");
        using var response = await Client.SendAsync(request);

        Assert.Equal("127.0.0.1", (await response.Content.ReadFromJsonAsync<JsonObject>())!["caller"]!.GetValue<string>());
    }

    [Fact]
    public async Task Forwards_an_id_as_it_is() =>
        Assert.Equal(
            "BATCH_1_20250711-A--123456@lid_Juan_14-30.png",
            await Client.GetStringAsync("/api/ocr/result/BATCH_1_20250711-A--123456%40lid_Juan_14-30.png"));

    [Theory]
    [InlineData("/api/nowhere")]
    [InlineData("/internal/secrets")]
    [InlineData("/missing.js")]
    public async Task An_unknown_path_is_a_documented_error(string path)
    {
        using var response = await Client.GetAsync(path);

        await AssertError(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_method_is_a_documented_error()
    {
        using var response = await Client.DeleteAsync("/api/health");

        await AssertError(response, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_service_that_is_down_is_a_documented_error_and_shows_in_health()
    {
        await _gateway.Behind.StopAsync();

        using var response = await Client.GetAsync("/api/ocr/result/any");
        await AssertError(response, HttpStatusCode.ServiceUnavailable);

        var status = await Client.GetFromJsonAsync<JsonObject>("/api/status");
        Assert.Equal("degraded", status!["system"]!["status"]!.GetValue<string>());

        using var health = await Client.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("unhealthy", (await health.Content.ReadFromJsonAsync<JsonObject>())!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Health_is_measured_at_most_once_per_second()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var question = 0; question < 200; question++)
        {
            using var response = await Client.GetAsync("/api/health");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        // Three services at each measurement.
        Assert.InRange(_gateway.ReadinessQuestions, 3, 3 * (clock.Elapsed.TotalSeconds + 1));
    }

    [Fact]
    public async Task Status_contains_the_reports_of_the_services()
    {
        var status = await Client.GetFromJsonAsync<JsonObject>("/api/status");

        Assert.Equal(4, status!["directories"]!["inbox"]!["files_count"]!.GetValue<int>());
        Assert.Equal(16, status["ocr_components"]!["extraction_rules_loaded"]!.GetValue<int>());
        Assert.Equal("1.2.3", status["ocr_components"]!["extraction_rules_version"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_configured_origins_may_call()
    {
        Assert.Equal("https://otro-dominio.com", await AllowedOrigin("https://otro-dominio.com"));
        Assert.Null(await AllowedOrigin("https://elsewhere.example"));
    }

    [Theory]
    [InlineData("/", "text/html", "Lectura de recibos")]
    [InlineData("/process.js", "text/javascript", "process_batch")]
    [InlineData("/style.css", "text/css", "body")]
    public async Task Serves_the_page(string path, string type, string part)
    {
        using var response = await Client.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(part, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task AssertError(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.True(error!["error"]!.GetValue<bool>());
        Assert.EndsWith($"_{(int)status}", error["error_code"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual("", error["mensaje"]!.GetValue<string>());
    }

    private async Task<string?> AllowedOrigin(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Add("Origin", origin);
        using var response = await Client.SendAsync(request);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
    }
}
