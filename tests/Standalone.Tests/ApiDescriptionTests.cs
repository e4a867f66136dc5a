using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Ocr.Testing;

namespace Ocr.Standalone.Tests;

/// <summary>The API description contains every endpoint and no other.</summary>
public sealed class ApiDescriptionTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr description ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Every_endpoint_is_described_and_every_described_endpoint_is_there()
    {
        await using var app = StandaloneHost.Build(["--PORT", "0", "--DATA_DIR", _data.FullName]);
        var endpoints =
            from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
            where path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/api/docs", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            select $"{method} {Plain(path)}";
        var described = ApiDescription.Read().Operations.Select(operation => $"{operation.Method} {Plain(operation.Path)}");

        Assert.Empty(endpoints.Except(described, StringComparer.Ordinal));
        Assert.Empty(described.Except(endpoints, StringComparer.Ordinal));
    }

    // "{**id}" and "{id}" are the same to a client.
    private static string Plain(string path) => Regex.Replace(path, @"\{[^}]*\}", "{}");
}
