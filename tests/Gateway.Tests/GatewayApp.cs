using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

/// <summary>A gateway on a real port, in front of a stand-in for the other services.</summary>
internal sealed class GatewayApp : IAsyncDisposable
{
    private readonly TempFolder _data = new();
    private readonly WebApplication _gateway;
    private readonly Questions _questions;

    private GatewayApp(WebApplication behind, Questions questions, (string Name, string Value)[] settings, ILoggerProvider? logs, TimeProvider? time)
    {
        Behind = behind;
        _questions = questions;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var address = behind.Urls.First();
        (string Name, string Value)[] all =
        [
            ("INGEST_URL", address), ("RESULTS_URL", address), ("EXTRACTOR_URL", address),
            ("DATA_DIR", _data.Name), ("DATABASE_URL", _data.DatabaseUrl), .. settings,
        ];
        builder.Configuration.AddInMemoryCollection(all
            .GroupBy(setting => setting.Name).Select(group => KeyValuePair.Create(group.Key, (string?)group.Last().Value)));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddServiceDefaults("gateway");
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs);
        }

        builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddGatewayConsumers());
        builder.AddGateway();
        builder.AddGatewayProxy();
        _gateway = builder.Build();
        _gateway.MapDefaultEndpoints();
        _gateway.MapGateway();
        _gateway.MapGatewayProxy();
    }

    /// <summary>Ingest, Results and Extractor in one.</summary>
    public WebApplication Behind { get; }

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _gateway.Services;

    /// <summary>Number of readiness requests to the stand-in.</summary>
    public int ReadinessQuestions => _questions.Ready.Value;

    /// <summary>Bytes of the bodies that warm-ups sent to the services behind.</summary>
    public int WarmUpBytes => _questions.WarmUpBytes.Value;

    /// <summary>Settings by which another gateway is a replica of this one.</summary>
    public (string Name, string Value)[] Database => [("DATA_DIR", _data.Name), ("DATABASE_URL", _data.DatabaseUrl)];

    /// <summary>Settings of a gateway that counts nothing.</summary>
    public static (string Name, string Value)[] Unlimited { get; } =
    [
        ("RATE_LIMIT_BURST", "0"), ("RATE_LIMIT_PER_MINUTE", "0"), ("RATE_LIMIT_PER_HOUR", "0"),
        ("RATE_LIMIT_UPLOAD_PER_MINUTE", "0"), ("RATE_LIMIT_PROCESS_PER_MINUTE", "0"), ("RATE_LIMIT_REVIEW_PER_MINUTE", "0"), ("RATE_LIMIT_COST_PER_MINUTE", "0"),
    ];

    public static Task<GatewayApp> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, settings);

    public static Task<GatewayApp> StartAsync(ILoggerProvider? logs, params (string Name, string Value)[] settings) => StartAsync(logs, null, settings);

    public static async Task<GatewayApp> StartAsync(ILoggerProvider? logs, TimeProvider? time, params (string Name, string Value)[] settings)
    {
        var questions = new Questions(new StrongBox<int>(), new StrongBox<int>());
        var behind = StandIn(questions);
        await behind.StartAsync();
        var app = new GatewayApp(behind, questions, settings, logs, time);
        await app._gateway.MigrateAsync();
        await app._gateway.StartAsync();
        app.Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app._gateway.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        return app;
    }

    /// <summary>Publishes a message as the service that owns it does.</summary>
    public async Task PublishAsync<T>(T message)
        where T : class
    {
        var bus = Services.GetRequiredService<IMessageBus>();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await bus.WaitUntilHealthyAsync(timeout.Token);
        await bus.PublishAsync(message, timeout.Token);
    }

    /// <summary>Stops regularly, as after SIGTERM.</summary>
    public Task StopAsync() => _gateway.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _gateway.DisposeAsync();
        await Behind.DisposeAsync();
        _data.Dispose();
    }

    private static WebApplication StandIn(Questions questions)
    {
        var behind = WebApplication.CreateBuilder().Build();
        behind.Urls.Add("http://127.0.0.1:0");
        behind.MapPost("/api/upload", LengthAsync);
        behind.MapPost("/api/secure/upload", () => Results.Text("""{"message": "Upload successful"}""", "application/json"));
        behind.MapPost("/api/ocr/read", LengthAsync);
        behind.MapPost("/api/clean", () => Results.Text("{}", "application/json"));
        behind.MapGet("/api/files/pending", (HttpRequest request) => Results.Text(string.Join(',', request.Headers.Keys)));
        behind.MapGet("/api/files/processed", () => Results.Text($$"""{"files": "{{new string('a', 10_000)}}"}""", "application/json"));
        behind.MapPost("/api/ocr/process_batch", (HttpRequest request) => Results.Json(new
        {
            caller = ClientHeaders.Of(request),
            weight = ClientHeaders.WeightOf(request),
            cost = ClientHeaders.CostPerMinuteOf(request),
            tenant = request.Headers[TenantScope.Header].ToString(),
        }));
        behind.MapGet("/api/extract_results", () => Results.Text("{}", "application/json"));
        foreach (var path in (string[])["/api/receipts/{**rest}", "/api/draws/{**rest}", "/api/batches/{**rest}"])
        {
            behind.MapMethods(path, ["GET", "POST", "PUT", "PATCH"], () => Results.Text("{}", "application/json"));
        }

        behind.MapGet("/api/ocr/result/{**id}", (string id) => Results.Text(id));
        behind.MapGet("/internal/status", () => Results.Text("""{"ingest": {"directories": {"inbox": {"files_count": 4}}}, "extractor": {"rules_loaded": 16, "rules_version": "1.2.3", "rules_refused": null}, "results": {}}""", "application/json"));
        behind.MapGet("/health/ready", () =>
        {
            Interlocked.Increment(ref questions.Ready.Value);
            return Results.Text("""{"status": "healthy", "checks": {"database_ingest": "healthy"}}""", "application/json");
        });
        behind.MapPost("/health/live", async (HttpRequest request) => Interlocked.Add(ref questions.WarmUpBytes.Value, (int)await BodyBytesAsync(request)));
        return behind;
    }

    private static async Task<IResult> LengthAsync(HttpRequest request) => Results.Text($"{await BodyBytesAsync(request)} bytes");

    private static async Task<long> BodyBytesAsync(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return memory.Length;
    }

    // Numbers of requests to the stand-in.
    private sealed record Questions(StrongBox<int> Ready, StrongBox<int> WarmUpBytes);
}
