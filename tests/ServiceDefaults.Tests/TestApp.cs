using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Ocr.ServiceDefaults.Tests;

/// <summary>A service with the defaults and the endpoints of a test.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app, FakeTimeProvider clock)
    {
        _app = app;
        Clock = clock;
        Client = app.GetTestClient();
    }

    public static DateTimeOffset Now { get; } = new(2025, 7, 11, 14, 30, 52, 123, TimeSpan.Zero);

    public HttpClient Client { get; }

    /// <summary>The clock of the service; it advances only when a test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    public static async Task<TestApp> StartAsync(
        Action<WebApplication>? map = null,
        Action<IServiceCollection, IConfiguration>? services = null,
        params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings.Select(item => KeyValuePair.Create(item.Name, (string?)item.Value)));
        var clock = new FakeTimeProvider(Now);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddServiceDefaults("test");
        services?.Invoke(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        map?.Invoke(app);
        await app.StartAsync();
        return new TestApp(app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
