using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.ServiceDefaults.Tests;

public sealed class ErrorTests
{
    private static readonly string[] Keys =
        ["error", "status", "estado", "message", "mensaje", "details", "timestamp", "error_code", "request_id", "help"];

    private sealed record Body(int Count);

    [Theory]
    [InlineData("GET", "/nowhere", null, 404, "NOT_FOUND_404")]
    [InlineData("DELETE", "/body", null, 405, "METHOD_NOT_ALLOWED_405")]
    [InlineData("POST", "/body", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE_415")]
    [InlineData("POST", "/body", "application/json", 400, "BAD_REQUEST_400")]
    [InlineData("GET", "/fails", null, 500, "INTERNAL_ERROR_500")]
    [InlineData("GET", "/away", null, 503, "SERVICE_UNAVAILABLE_503")]
    [InlineData("GET", "/throws", null, 404, "NOT_FOUND_404")]
    [InlineData("GET", "/teapot", null, 418, "BAD_REQUEST_418")]
    public async Task Every_error_has_the_documented_form(string method, string path, string? mediaType, int status, string code)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = mediaType is null ? null : new StringContent("{\"count\": ", null, mediaType);

        using var response = await app.Client.SendAsync(request);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Keys, body.Select(item => item.Key));
        Assert.True((bool)body["error"]!);
        Assert.Equal(code, (string?)body["error_code"]);
        Assert.Equal("2025-07-11T14:30:52.123Z", (string?)body["timestamp"]);
        Assert.Matches("^[0-9a-f]{32}$", (string?)body["request_id"]);
        Assert.All(body, item => Assert.NotNull(item.Value));
    }

    [Fact]
    public async Task An_internal_error_does_not_reveal_its_cause()
    {
        await using var app = await StartAsync();
        var text = await (await app.Client.GetAsync(new Uri("/fails", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accents_are_not_escaped_and_details_are_kept()
    {
        await using var app = await StartAsync();
        var text = await (await app.Client.GetAsync(new Uri("/throws", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.Contains("\"details\":\"No existe la operación «ñandú»\"", text, StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(app =>
    {
        app.MapPost("/body", (Body body) => body.Count);
        app.MapGet("/fails", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/away", string () => throw new HttpRequestException("secret"));
        app.MapGet("/throws", string () => throw new ApiException(ApiErrors.NotFound("No existe la operación «ñandú»")));
        app.MapGet("/teapot", () => Results.StatusCode(StatusCodes.Status418ImATeapot));
    });
}
