using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

/// <summary>Requests that the API does not ignore or misread: HEAD, unknown parameters, compressed bodies.</summary>
public sealed class RequestFormTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    public static IEnumerable<object[]> Operations() =>
        ApiDescription.Read().Operations.Select(operation => (object[])[operation.Method, Regex.Replace(operation.Path, @"\{[^}]*\}", "x"), Known(operation.Operation)]);

    public async Task InitializeAsync() => _gateway = await GatewayApp.StartAsync(
        [.. GatewayApp.Unlimited, ("ADMIN_API_KEY", "Una clave de pruebas 7 x 9"), ("SESSION_SECRET", "Un secreto de pruebas con 7 x 9 letras")]);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory, MemberData(nameof(Operations))]
    public async Task Every_operation_refuses_an_unknown_parameter_and_lists_the_known_ones(string method, string path, string[] known)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{path}?desconocido=1&{string.Join('&', known.Select(name => $"{name}=1"))}");
        request.Headers.Add("X-API-Key", "Una clave de pruebas 7 x 9");
        using var response = await _gateway.Client.SendAsync(request);
        var error = (await response.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_FAILED_400"), (response.StatusCode, (string)error["error_code"]!));
        var (name, errors) = Assert.Single(error["details"]!["field_errors"]!.AsObject());
        Assert.Equal("desconocido", name);
        Assert.All(known, parameter => Assert.Contains(parameter, (string)errors![0]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/auth/token", "application/json; charset=utf8", HttpStatusCode.Unauthorized)]
    [InlineData("/api/auth/session", "application/json; charset=utf8", HttpStatusCode.Unauthorized)]
    [InlineData("/api/auth/token", "application/json; charset=\"UTF-8\"", HttpStatusCode.Unauthorized)]
    [InlineData("/api/auth/token", "application/json; charset=windows-1252", HttpStatusCode.Unauthorized)]
    [InlineData("/api/generate_key", "application/json; charset=utf8", HttpStatusCode.BadRequest)]
    [InlineData("/api/webhooks", "application/vnd.ocr+json; charset=utf8", HttpStatusCode.BadRequest)]
    public async Task The_charset_of_json_which_is_always_utf8_is_no_error(string path, string contentType, HttpStatusCode status)
    {
        using var content = new ByteArrayContent("{\"api_key\": \"ocr_desconocida\"}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-API-Key", "Una clave de pruebas 7 x 9");
        using var response = await _gateway.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/files/processed?LIMIT=5&offset=0")]
    [InlineData("/api/files/processed/?limit=5")]
    [InlineData("/api/health")]
    [InlineData("/?utm_source=x")]
    [InlineData("/api/docs/?x=1")]
    [InlineData("/openapi/v1.json?x=1")]
    public async Task Known_parameters_and_other_pages_pass(string path)
    {
        using var response = await _gateway.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/api/status")]
    [InlineData("/api/files/processed")]
    [InlineData("/api/ocr/result/x")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/docs/")]
    [InlineData("/")]
    [InlineData("/health/live")]
    public async Task Head_has_the_status_and_headers_of_get_and_no_body(string path)
    {
        using var get = await _gateway.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await _gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        // The connection is in order for the next request.
        using var next = await _gateway.Client.GetAsync(new Uri("/api/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Head_of_a_path_without_get_returns_the_allowed_method()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/auth/token");
        using var response = await _gateway.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (response.StatusCode, response.Content.Headers.Allow.Single()));
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("br", false)]
    [InlineData("gzip, identity", false)]
    [InlineData("identity", true)]
    public async Task A_compressed_body_is_refused_by_the_name_of_its_header(string coding, bool isAccepted)
    {
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var response = await _gateway.Client.PostAsync(new Uri("/api/clean", UriKind.Relative), content);

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        if (!isAccepted)
        {
            var error = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.Contains("Content-Encoding", (string)error["details"]!, StringComparison.Ordinal);
            Assert.Equal("identity", response.Headers.GetValues("Accept-Encoding").Single());
        }
    }

    [Fact]
    public async Task Json_with_a_byte_order_mark_is_read()
    {
        using var content = new StringContent("\uFEFF{\"api_key\": \"ocr_no_existe\"}", System.Text.Encoding.UTF8, "application/json");
        using var response = await _gateway.Client.PostAsync(new Uri("/api/auth/token", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static string[] Known(JsonObject operation) =>
        [.. (operation["parameters"] as JsonArray ?? []).Where(parameter => (string)parameter!["in"]! == "query").Select(parameter => (string)parameter!["name"]!)];
}
