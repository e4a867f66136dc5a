using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Ocr.Recognition;

namespace Ocr.Standalone.Tests;

public sealed class StandaloneHostTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr standalone ");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("POST", "/api/upload")]
    [InlineData("GET", "/api/files/pending")]
    [InlineData("GET", "/api/files/processed")]
    [InlineData("POST", "/api/ocr/process_batch")]
    [InlineData("GET", "/api/ocr/status/{}")]
    [InlineData("GET", "/api/ocr/result/{}")]
    [InlineData("GET", "/api/extract_results")]
    [InlineData("GET", "/api/status")]
    [InlineData("GET", "/api/health")]
    public async Task Maps_every_service(string method, string path)
    {
        await using var app = Build();

        Assert.Contains((method, path), Endpoints(app));
    }

    [Fact]
    public async Task No_two_services_answer_the_same_path()
    {
        await using var app = Build();

        Assert.Empty(Endpoints(app).GroupBy(endpoint => endpoint).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public async Task Starts_in_an_empty_folder_and_stops()
    {
        await using var app = Build();

        await app.StartAsync();
        Assert.NotEmpty(_data.EnumerateFiles("*.db"));
        Assert.NotEmpty(app.Urls);
        await app.StopAsync();
    }

    [Theory]
    [InlineData("PORT", "70000")]
    [InlineData("PORT", "http")]
    [InlineData("BUS_TRANSPORT", "pigeon")]
    public void Names_a_wrong_setting_before_anything_starts(string name, string value)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Build((name, value)));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.True(StartupErrors.IsOperatorError(exception));
    }

    [Fact]
    public async Task Does_not_start_without_models()
    {
        await using var app = Build(("MODELS_DIR", _data.FullName));

        var exception = await Assert.ThrowsAsync<ModelPackException>(() => app.StartAsync());
        Assert.True(StartupErrors.IsOperatorError(exception));
    }

    [Fact]
    public async Task A_port_in_use_is_reported_to_the_operator()
    {
        await using var first = Build();
        await first.StartAsync();
        await using var second = Build(("PORT", new Uri(first.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal)).Port.ToString(
            System.Globalization.CultureInfo.InvariantCulture)));

        Assert.True(StartupErrors.IsOperatorError(await Assert.ThrowsAnyAsync<Exception>(() => second.StartAsync())));
    }

    [Fact]
    public void An_internal_error_is_not_reported_as_a_wrong_setting() =>
        Assert.False(StartupErrors.IsOperatorError(new InvalidOperationException()));

    private static List<(string Method, string Path)> Endpoints(WebApplication app) =>
    [
        .. from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           select (method, "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Text))),
    ];

    private static string Text(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) =>
        segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "{}";

    private WebApplication Build(params (string Name, string Value)[] settings)
    {
        (string Name, string Value)[] all = [("PORT", "0"), ("DATA_DIR", _data.FullName), .. settings];
        return StandaloneHost.Build([.. all.SelectMany(setting => (string[])[$"--{setting.Name}", setting.Value])]);
    }
}
