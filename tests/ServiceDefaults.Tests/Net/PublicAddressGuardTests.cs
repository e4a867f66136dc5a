using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Ocr.ServiceDefaults.Net;

namespace Ocr.ServiceDefaults.Tests.Net;

/// <summary>Requests to a real server on this machine, which represents a server in a private network.</summary>
public sealed class PublicAddressGuardTests : IAsyncLifetime
{
    private readonly WebApplication _server;
    private int _requests;

    public PublicAddressGuardTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static port => port.Protocols = HttpProtocols.Http1));
        _server = builder.Build();
        _server.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            if (context.Request.Path == "/moved")
            {
                context.Response.Redirect("/");
            }

            return context.Response.WriteAsync("ok");
        });
    }

    private Uri Address => new(_server.Urls.Single());

    public Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("https://example.com/recibos", null)]
    [InlineData("https://example.com:8443/recibos?a=1", null)]
    [InlineData("https://8.8.8.8/", null)]
    [InlineData("", "No es una URL")]
    [InlineData("example.com", "No es una URL")]
    [InlineData("/recibos", "https")]
    [InlineData("http://example.com/", "no usa https")]
    [InlineData("ftp://example.com/", "no usa https")]
    [InlineData("file:///etc/passwd", "No es una URL")]
    [InlineData("https://ana:clave@example.com/", "usuario o contraseña")]
    [InlineData("https://127.0.0.1/", "no es pública")]
    [InlineData("https://2130706433/", "no es pública")]
    [InlineData("https://0x7f.1/", "no es pública")]
    [InlineData("https://[::1]/", "no es pública")]
    [InlineData("https://[::ffff:10.0.0.1]/", "no es pública")]
    [InlineData("https://169.254.169.254/latest/meta-data", "no es pública")]
    public void The_text_of_a_url_shows_its_problem(string url, string? problem)
    {
        var found = new PublicAddressGuard(NetworkList.Empty).ProblemOf(url);
        if (problem is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.Contains(problem, found, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://10.1.2.3/", true)]
    [InlineData("https://10.1.2.3/", true)]
    [InlineData("http://interno.example/", true)]
    [InlineData("http://192.168.0.1/", false)]
    [InlineData("http://8.8.8.8/", false)]
    public void An_allowed_network_permits_plain_http_to_itself(string url, bool isAllowed) =>
        Assert.Equal(isAllowed, new PublicAddressGuard(NetworkList.Parse("10.0.0.0/8")).ProblemOf(url) is null);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    public async Task A_name_that_resolves_to_a_private_address_is_refused(string address)
    {
        var guard = new PublicAddressGuard(NetworkList.Empty, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));
        await AssertRefusedAsync(guard, new Uri($"https://publico.example:{Address.Port}/"));
        Assert.Equal(0, _requests);
    }

    [Fact]
    public async Task A_private_address_in_the_url_is_refused() =>
        await AssertRefusedAsync(new PublicAddressGuard(NetworkList.Empty), new Uri($"https://127.0.0.1:{Address.Port}/"));

    [Fact]
    public async Task Plain_http_to_a_public_address_is_refused()
    {
        var guard = new PublicAddressGuard(NetworkList.Parse("10.0.0.0/8"), static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8")]));
        await AssertRefusedAsync(guard, new Uri("http://publico.example/"));
    }

    [Fact]
    public async Task An_allowed_address_is_reached_under_its_name()
    {
        var guard = new PublicAddressGuard(
            NetworkList.Parse("127.0.0.1"), static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback]));
        using var client = new HttpClient(guard.CreateHandler(TimeSpan.FromSeconds(5)));
        Assert.Equal("ok", await client.GetStringAsync(new Uri($"http://interno.example:{Address.Port}/")));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var client = new HttpClient(new PublicAddressGuard(NetworkList.Parse("127.0.0.1")).CreateHandler(TimeSpan.FromSeconds(5)));
        using var response = await client.GetAsync(new Uri(Address, "/moved"));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(1, _requests);
    }

    private static async Task AssertRefusedAsync(PublicAddressGuard guard, Uri url)
    {
        using var client = new HttpClient(guard.CreateHandler(TimeSpan.FromSeconds(5)));
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(url));
        Assert.True(AddressRefusedException.IsCauseOf(exception));
    }
}
