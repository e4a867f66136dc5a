using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ocr.Gateway.Proxy;
using Ocr.Gateway.Routes;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

public sealed class ApiDocumentTests
{
    private static readonly ApiDescription Description = ApiDescription.Read();

    public static IEnumerable<object[]> Operations() => Description.Operations.Select(operation => (object[])[operation.Method, operation.Path]);

    [Theory, MemberData(nameof(Operations))]
    public void Every_example_is_as_described(string method, string path)
    {
        foreach (var status in Description.Document["paths"]![path]![method.ToLowerInvariant()]!["responses"]!.AsObject().Select(answer => int.Parse(answer.Key, null)))
        {
            var content = Description.Response(method, path, status)!["content"]!["application/json"];
            if (content?["example"] is { } example)
            {
                Assert.Empty(Description.Check(content["schema"]!, example, "$"));
            }
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public void Every_operation_describes_its_purpose_permission_and_errors(string method, string path)
    {
        var operation = Description.Document["paths"]![path]![method.ToLowerInvariant()]!;

        Assert.NotEqual("", operation["summary"]!.GetValue<string>());
        Assert.NotNull(operation["operationId"]);
        var guarded = operation["security"]!.AsArray().Count > 0;
        Assert.Equal(RouteRules.Of((Microsoft.AspNetCore.Http.PathString)path).Permission == RequiredPermission.None && !(method == "POST" && path.StartsWith("/api/auth/", StringComparison.Ordinal)), !guarded);
        Assert.NotNull(Description.Response(method, path, 500));
        Assert.Equal(guarded, Description.Response(method, path, 401) is not null);
        Assert.Equal(operation["requestBody"] is not null, Description.Response(method, path, 413) is not null);
    }

    [Fact]
    public void Every_property_is_described()
    {
        var schemas = Description.Document["components"]!["schemas"]!.AsObject();
        Assert.NotEmpty(schemas);
        Assert.Empty(schemas.SelectMany(schema => Undescribed(schema.Value!, schema.Key)));
    }

    [Fact]
    public async Task Every_described_path_leads_somewhere()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        var routed = GatewayRoutes.Routes(new GatewayOptions()).Select(route => route.Match.Path!.Split('{')[0]).ToArray();
        var own = Description.Operations.Where(operation =>
            !routed.Any(route => route.EndsWith('/') ? operation.Path.StartsWith(route, StringComparison.Ordinal) : operation.Path == route));
        foreach (var (method, path, _) in own)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Regex.Replace(path, @"\{[^}]*\}", "x"));
            using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var isUnknownItem = response.StatusCode == HttpStatusCode.NotFound
                && (await response.Content.ReadAsStringAsync()).Contains("No existe un", StringComparison.Ordinal);
            Assert.True(
                isUnknownItem || response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed), $"{method} {path} has no route");
        }
    }

    [Fact]
    public async Task The_document_is_served_as_it_was_committed()
    {
        await using var gateway = await GatewayApp.StartAsync();
        var served = await gateway.Client.GetFromJsonAsync<JsonNode>("/openapi/v1.json");

        Assert.True(JsonNode.DeepEquals(Description.Document, served));
    }

    [Fact]
    public async Task The_documentation_page_loads_nothing_from_other_servers_and_every_script_has_a_nonce()
    {
        await using var gateway = await GatewayApp.StartAsync(("AUTH_REQUIRED", "true"), ("SESSION_SECRET", "a secret of at least 32 characters, for tests"));
        using var response = await gateway.Client.GetAsync(new Uri("/api/docs/", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var number = Regex.Match(response.Headers.GetValues("Content-Security-Policy").Single(), "'nonce-([^']+)'").Groups[1].Value;
        Assert.True(number.Length >= 16);
        Assert.All(Regex.Matches(page, "<script[^>]*>").Select(tag => tag.Value), tag => Assert.Contains(number, tag, StringComparison.Ordinal));
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
        foreach (var script in Regex.Matches(page, "<script[^>]*src=\"([^\"]+)\"").Select(tag => tag.Groups[1].Value))
        {
            using var served = await gateway.Client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, script));
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }
    }

    private static IEnumerable<string> Undescribed(JsonNode schema, string at) =>
    [
        .. (schema["properties"] as JsonObject ?? []).SelectMany(property => Undescribed(property.Value!, $"{at}.{property.Key}")
            .Concat(property.Value!["description"] is null && property.Value["$ref"] is null ? [$"{at}.{property.Key}"] : [])),
        .. schema["items"] is JsonObject items ? Undescribed(items, at + "[]") : [],
    ];
}
