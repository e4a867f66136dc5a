using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Listening;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Tests;

public sealed class ListeningTests
{
    [Theory]
    [InlineData(null, "false", 5000, "http://localhost:5000", false)]
    [InlineData(null, "false", 0, "http://127.0.0.1:0", false)]
    [InlineData(null, "true", 5000, "http://*:5000", true)]
    [InlineData("0.0.0.0", "false", 5000, "http://0.0.0.0:5000", true)]
    [InlineData("*", "false", 5000, "http://*:5000", true)]
    [InlineData("::1", "false", 5000, "http://[::1]:5000", false)]
    [InlineData("127.0.0.1", "true", 5000, "http://127.0.0.1:5000", false)]
    public void Only_keys_or_HOST_open_a_process_to_other_machines(string? host, string keys, int port, string url, bool exposed)
    {
        var options = Configuration(("HOST", host), ("AUTH_REQUIRED", keys)).GetValidated<ListeningOptions>();

        Assert.Equal(url, options.Url(port));
        Assert.Equal(exposed, options.IsExposed);
    }

    [Theory]
    [InlineData("HOST", "receipts")] // the web server takes a name for every address
    [InlineData("MANAGEMENT_PORT", "0")]
    public void A_setting_that_cannot_be_meant_is_refused(string name, string value)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Configuration((name, value)).GetValidated<ListeningOptions>());

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_a_host_is_open_to_this_machine_only()
    {
        await using var app = await StartAsync(("http_ports", "0"));

        Assert.StartsWith("http://127.0.0.1:", app.Urls.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_set_whole_stays_as_it_is()
    {
        await using var app = await StartAsync(("urls", "http://127.0.0.2:0"));

        Assert.StartsWith("http://127.0.0.2:", app.Urls.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/ready", false, true)]
    [InlineData("/metrics", false, true)]
    [InlineData("/internal/status", false, true)]
    [InlineData("/health/live", true, true)]
    [InlineData("/api/anything", true, false)]
    public async Task The_management_port_answers_operators_and_the_other_clients(string path, bool clients, bool operators)
    {
        var port = FreePort();
        await using var app = await StartAsync(("http_ports", "0"), ("MANAGEMENT_PORT", port.ToString(CultureInfo.InvariantCulture)));
        var main = app.Urls.Select(url => new Uri(url)).Single(url => url.Port != port);

        Assert.Equal(clients, await RespondsAsync(new Uri(main, path)));
        Assert.Equal(operators, await RespondsAsync(new UriBuilder(main) { Path = path, Port = port }.Uri));
    }

    [Theory]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    [InlineData("/internal/status")]
    public async Task Without_its_own_port_management_is_limited_to_direct_requests_of_this_machine(string path)
    {
        await using var app = await StartAsync(("http_ports", "0"));
        var url = new Uri(new Uri(app.Urls.Single()), path);

        Assert.True(await RespondsAsync(url));
        Assert.False(await RespondsAsync(url, ("X-Forwarded-For", "127.0.0.1")));
        Assert.False(await RespondsAsync(url, ("Forwarded", "for=192.0.2.1")));
    }

    [Fact]
    public async Task Management_does_not_answer_another_machine()
    {
        var own = Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        if (own is null)
        {
            // A machine without a network has no other local address.
            return;
        }

        await using var app = await StartAsync(("http_ports", "0"), ("HOST", own.ToString()));
        Assert.False(await RespondsAsync(new Uri(new Uri(app.Urls.Single()), "/metrics")));
        Assert.True(await RespondsAsync(new Uri(new Uri(app.Urls.Single()), "/health/live")));
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(item => KeyValuePair.Create(item.Name, item.Value))).Build();

    private static async Task<WebApplication> StartAsync(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(item => KeyValuePair.Create(item.Name, (string?)item.Value)));
        builder.AddServiceDefaults("test");
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapGet("/api/anything", () => "");
        await app.StartAsync();
        return app;
    }

    private static async Task<bool> RespondsAsync(Uri url, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
