using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Net;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Read;

/// <summary>Images at a URL: only from listed hosts, only from public addresses, within limits.</summary>
public sealed class ReadUrlTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly byte[] _image = TestImages.Unique();
    private WebApplication _media = null!;
    private int _requests;

    private int Port => new Uri(_media.Urls.First()).Port;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _media = builder.Build();
        _media.MapGet("/{**path}", ServeAsync);
        await _media.StartAsync();
    }

    public async Task DisposeAsync() => await _media.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_image_of_a_listed_host_is_read()
    {
        await using var app = await StartAsync();

        var read = await app.ReadAsync(ReadClient.Body(url: Address("recibo%20uno.png")));

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(("recibo uno.png", _image.Length), Assert.Single(await app.RowsAsync()) is var row ? (row.OriginalName, (int)row.SizeBytes) : default);
    }

    [Fact]
    public async Task A_retry_with_its_key_downloads_nothing()
    {
        await using var app = await StartAsync();
        await app.ReadAsync(ReadClient.Body(url: Address("a.png")), key: "mensaje-1");

        var retry = await app.ReadAsync(ReadClient.Body(url: Address("a.png")), key: "mensaje-1");

        Assert.Equal((HttpStatusCode.OK, true, 1), (retry.Status, retry.Replayed, _requests));
    }

    [Theory]
    [InlineData("", "READ_URL_HOSTS")]
    [InlineData("otro.example.com", "READ_URL_HOSTS")]
    [InlineData("127.0.0.1", "READ_URL_HOSTS")]
    public async Task Without_its_host_and_port_in_the_list_an_address_is_refused(string hosts, string named)
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: [("READ_URL_HOSTS", hosts), ("READ_URL_HTTP", "true")]);

        await AssertRefusedAsync(app, Address("a.png"), named);
    }

    [Theory]
    [InlineData("http://media.example.com/a.png", "https")]
    [InlineData("ftp://media.example.com/a.png", "https://")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("media.example.com/a.png", "https://")]
    [InlineData("https://ana:clave@media.example.com/a.png", "contraseña")]
    [InlineData("https://media.example.com:8443/a.png", "READ_URL_HOSTS")]
    [InlineData("https://media.example.com.evil.example/a.png", "READ_URL_HOSTS")]
    [InlineData("https://evil.example/media.example.com", "READ_URL_HOSTS")]
    public async Task An_address_that_is_not_allowed_is_refused_with_the_fix(string address, string named)
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("READ_URL_HOSTS", "media.example.com"));

        await AssertRefusedAsync(app, address, named);
    }

    // Listed by mistake, or a name whose owner resolves it to this network.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task A_listed_host_that_is_not_public_is_refused(string host)
    {
        var authority = string.Create(CultureInfo.InvariantCulture, $"{host}:{Port}");
        await using var app = await IngestApp.StartAsync(
            _folder, settings: [("READ_URL_HOSTS", new Uri($"http://{authority}").Authority), ("READ_URL_HTTP", "true")]);

        await AssertRefusedAsync(app, $"http://{authority}/a.png", "no es público");
    }

    [Theory]
    [InlineData("redirect", HttpStatusCode.BadRequest)]
    [InlineData("missing", HttpStatusCode.BadRequest)]
    [InlineData("broken", HttpStatusCode.ServiceUnavailable)]
    [InlineData("slow", HttpStatusCode.ServiceUnavailable)]
    [InlineData("cut", HttpStatusCode.ServiceUnavailable)]
    [InlineData("long", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("endless", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("page", HttpStatusCode.BadRequest)]
    public async Task A_download_that_fails_has_a_defined_response(string path, HttpStatusCode status)
    {
        await using var app = await StartAsync(("MAX_CONTENT_LENGTH", "100000"), ("READ_URL_SECONDS", "2"));

        var read = await app.ReadAsync(ReadClient.Body(url: Address(path)));

        Assert.True(status == read.Status, $"{read.Status} {read.Body}");
        Assert.Equal(1, _requests);
        Assert.Empty(await app.RowsAsync());
    }

    [Theory]
    [InlineData("media.example.com/ruta")]
    [InlineData("https://media.example.com")]
    [InlineData("ana@media.example.com")]
    [InlineData("a b")]
    public async Task An_invalid_host_in_the_list_prevents_the_start(string hosts) =>
        await Assert.ThrowsAnyAsync<Exception>(() => IngestApp.StartAsync(_folder, settings: ("READ_URL_HOSTS", hosts)));

    private async Task AssertRefusedAsync(IngestApp app, string address, string named)
    {
        var read = await app.ReadAsync(ReadClient.Body(url: address));

        Assert.Equal((HttpStatusCode.BadRequest, "url"), (read.Status, read.FieldErrors()));
        Assert.Contains(named, (string)read.Body["details"]!["field_errors"]!["url"]![0]!, StringComparison.Ordinal);
        Assert.Equal(0, _requests);
        Assert.Empty(await app.RowsAsync());
    }

    private Task<IngestApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var loopback = new PublicAddressGuard(NetworkList.Parse("127.0.0.0/8,::1"));
        return IngestApp.StartWithResultsAsync(
            _folder,
            addresses: loopback,
            settings: [("READ_URL_HOSTS", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}")), ("READ_URL_HTTP", "true"), .. settings]);
    }

    private string Address(string path) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/{path}");

    private Task ServeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        return context.Request.Path.Value switch
        {
            "/redirect" => RedirectAsync(context.Response),
            "/missing" => StatusAsync(context.Response, StatusCodes.Status404NotFound),
            "/broken" => StatusAsync(context.Response, StatusCodes.Status500InternalServerError),
            "/slow" => HoldAsync(context, length: null),
            "/long" => HoldAsync(context, length: 100_001),
            "/cut" => CutAsync(context),
            "/endless" => RepeatAsync(context),
            "/page" => context.Response.WriteAsync("<html>"),
            _ => context.Response.Body.WriteAsync(_image).AsTask(),
        };
    }

    private static Task RedirectAsync(HttpResponse response)
    {
        response.Redirect("/a.png");
        return Task.CompletedTask;
    }

    private static Task StatusAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    // Sends headers and no body until the client cancels.
    private static async Task HoldAsync(HttpContext context, long? length)
    {
        context.Response.ContentLength = length;
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task CutAsync(HttpContext context)
    {
        context.Response.ContentLength = 5000;
        await context.Response.Body.WriteAsync(_image);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task RepeatAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(new byte[4096]);
        }
    }
}
