using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Ocr.Gateway.Tests;

/// <summary>Requests that a foreign web page can cause in the browser of an operator.</summary>
public sealed class RequestOriginTests
{
    private const string Foreign = "https://elsewhere.example";

    [Theory]
    [InlineData("/api/clean", "text/plain")] // sent without a preflight
    [InlineData("/api/upload", "multipart/form-data; boundary=x")]
    [InlineData("/api/ocr/process_batch", "application/x-www-form-urlencoded")]
    public async Task A_foreign_page_changes_nothing_and_reads_nothing(string path, string type)
    {
        await using var gateway = await GatewayApp.StartAsync();

        using var write = await SendAsync(gateway, HttpMethod.Post, path, ("Origin", Foreign), ("Content-Type", type));
        Assert.Equal(HttpStatusCode.Forbidden, write.StatusCode);
        Assert.Contains("CORS_ORIGINS", (await write.Content.ReadFromJsonAsync<JsonObject>())!["help"]!.GetValue<string>(), StringComparison.Ordinal);

        using var sandboxed = await SendAsync(gateway, HttpMethod.Post, path, ("Origin", "null"), ("Content-Type", type));
        Assert.Equal(HttpStatusCode.Forbidden, sandboxed.StatusCode);

        using var read = await SendAsync(gateway, HttpMethod.Get, "/api/extract_results", ("Origin", Foreign));
        Assert.False(read.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Foreign)]
    [InlineData("*")]
    [InlineData("https://mi-frontend.com, https://elsewhere.example")]
    public async Task A_page_whose_origin_is_set_may_write(string origins)
    {
        await using var gateway = await GatewayApp.StartAsync(("CORS_ORIGINS", origins));
        using var response = await SendAsync(gateway, HttpMethod.Post, "/api/clean", ("Origin", Foreign));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_page_of_the_gateway_and_programs_may_write()
    {
        await using var gateway = await GatewayApp.StartAsync();
        var own = gateway.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using var page = await SendAsync(gateway, HttpMethod.Post, "/api/clean", ("Origin", own));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var program = await SendAsync(gateway, HttpMethod.Post, "/api/clean");
        Assert.Equal(HttpStatusCode.OK, program.StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_that_ends_TLS_the_page_of_the_gateway_may_write()
    {
        await using var gateway = await GatewayApp.StartAsync(("HOST", "127.0.0.1"));
        using var page = await SendAsync(gateway, HttpMethod.Post, "/api/clean", ("Host", "ocr.example.com"), ("Origin", "https://ocr.example.com"));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("elsewhere.example", null, HttpStatusCode.Forbidden)] // a name of a foreign page that resolves to this machine
    [InlineData("elsewhere.example", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData("[::1]", null, HttpStatusCode.OK)]
    public async Task Without_keys_and_HOST_only_local_names_are_answered(string name, string? host, HttpStatusCode status)
    {
        await using var gateway = await GatewayApp.StartAsync([.. host is null ? [] : ((string, string)[])[("HOST", host)]]);
        using var response = await SendAsync(gateway, HttpMethod.Get, "/api/extract_results", ("Host", name));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("https://mi-frontend.com/path")]
    [InlineData("mi-frontend.com")]
    public async Task An_origin_that_no_browser_sends_is_refused_at_start(string origins)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => GatewayApp.StartAsync(("CORS_ORIGINS", origins)));

        Assert.Contains("CORS_ORIGINS", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(GatewayApp gateway, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await gateway.Client.SendAsync(request);
    }
}
