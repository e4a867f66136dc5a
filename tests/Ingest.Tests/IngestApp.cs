using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Workers;
using Ocr.Persistence;
using Ocr.Results;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Net;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests;

/// <summary>The real service with a real SQLite file and the real in-memory bus; a scripted worker replaces the other services.</summary>
internal sealed class IngestApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Guid _worker = Guid.NewGuid();
    private bool _killed;

    private IngestApp(WebApplication app, ScriptedWorker worker)
    {
        _app = app;
        Worker = worker;
        Client = app.Services.GetRequiredService<IServer>() is TestServer server
            ? server.CreateClient()
            : new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public ScriptedWorker Worker { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<IngestApp> StartAsync(
        TempFolder folder, ScriptedWorker? worker = null, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        return StartAsync(builder, folder, worker, time, settings);
    }

    /// <summary>With the real Results, and a worker whose readings it stores.</summary>
    public static Task<IngestApp> StartWithResultsAsync(
        TempFolder folder, ScriptedWorker? worker = null, TimeProvider? time = null, IObjectStore? objects = null, PublicAddressGuard? addresses = null,
        params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        if (addresses is not null)
        {
            builder.Services.AddSingleton(addresses);
        }

        if (objects is not null)
        {
            builder.Services.AddSingleton(objects);
        }

        builder.AddResults();
        return StartAsync(builder, folder, worker ?? new ScriptedWorker { Script = command => [ScriptedWorker.Extracted(command)] }, time, settings);
    }

    /// <summary>The application, composed and not started, as for a command of the program.</summary>
    public static WebApplication ComposeWithResults(TempFolder folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddResults();
        return Compose(builder, folder, new ScriptedWorker(), time: null, []);
    }

    /// <summary>The application on a real port, for tests that need a real connection.</summary>
    public static Task<IngestApp> ListenAsync(TempFolder folder, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return StartAsync(builder, folder, worker: null, time: null, settings);
    }

    private static async Task<IngestApp> StartAsync(
        WebApplicationBuilder builder, TempFolder folder, ScriptedWorker? worker, TimeProvider? time, (string Name, string Value)[] settings)
    {
        worker ??= new ScriptedWorker();
        var app = Compose(builder, folder, worker, time, settings);
        await app.MigrateAsync();
        await app.StartAsync();
        return new IngestApp(app, worker);
    }

    private static WebApplication Compose(
        WebApplicationBuilder builder, TempFolder folder, ScriptedWorker worker, TimeProvider? time, (string Name, string Value)[] settings)
    {
        builder.Configuration.AddInMemoryCollection(
            [KeyValuePair.Create("DATA_DIR", (string?)folder.Name), KeyValuePair.Create("DATABASE_URL", (string?)folder.DatabaseUrl), KeyValuePair.Create("LOG_LEVEL", (string?)"ERROR"),
                .. settings.Select(item => KeyValuePair.Create(item.Name, (string?)item.Value))]);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddServiceDefaults("ingest-test");
        builder.AddIngest();
        builder.Services.AddSingleton(worker);
        builder.Services.AddOcrBus(builder.Configuration, bus =>
        {
            bus.AddIngestConsumers();
            bus.Transport.AddConsumer<ScriptedWorker.Listener>();
            if (HasResults(builder.Services))
            {
                bus.AddResultsConsumers();
            }
        });

        // The log of a bus that this test started and stopped before is closed.
        LogContext.Current = null;
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapIngest();
        if (HasResults(builder.Services))
        {
            app.MapResults();
        }

        return app;
    }

    private static bool HasResults(IServiceCollection services) =>
        services.Any(service => service.ServiceType == typeof(IDbContextFactory<Results.Data.ResultsDbContext>));

    /// <summary>A client whose requests have the tenant header of the gateway.</summary>
    public HttpClient ClientOf(string tenant)
    {
        var client = _app.GetTestServer().CreateClient();
        client.DefaultRequestHeaders.Add(TenantScope.Header, tenant);
        return client;
    }

    public async Task<string[]> UploadAsync(int count, Func<int, byte[]>? image = null, string owner = "", int weight = 1)
    {
        using var form = Forms.Valid(count, image);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload") { Content = form };
        request.Headers.Add(ClientHeaders.Name, owner);
        request.Headers.Add(ClientHeaders.Weight, $"{weight}");
        using var response = await Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        return [.. answer!["files_processed"]!.AsArray().Select(file => (string)file!["stored_name"]!)];
    }

    /// <summary>Posts a body, to the upload unless another path is given, and returns status and response.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(HttpContent content, string path = "/api/upload", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add(IdempotentRequest.Header, key);
        }

        using var response = await Client.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    public async Task<JsonObject> ProcessAsync(object? options = null, bool respondAsync = false, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch")
        {
            Content = JsonContent.Create(options ?? new { }),
        };
        if (respondAsync)
        {
            request.Headers.Add("Prefer", "respond-async");
        }

        using var response = await Client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
    }

    public async Task<JsonObject> CleanAsync(object? options = null)
    {
        using var response = await Client.PostAsJsonAsync(new Uri("/api/clean", UriKind.Relative), options ?? new { });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    public async Task<IReadOnlyList<ReceiptRow>> RowsAsync()
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        return await database.Receipts.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    /// <summary>Publishes a heartbeat of a worker with its receipts in progress and its number of results.</summary>
    public void Beat(int answered = 0, params Guid[] inHand) => Services.GetRequiredService<WorkerBoard>().Record(new WorkerHeartbeat
    {
        WorkerId = _worker,
        StartedAt = default,
        SentAt = default,
        IntervalSeconds = 60,
        Stopping = false,
        Model = "test-1",
        Profiles = [],
        CacheEntries = 0,
        Succeeded = answered,
        Failed = 0,
        CacheHits = 0,
        ReceiptsPerSecond = 0,
        Parallelism = 1,
        InHand = inHand,
    });

    /// <summary>Ends the application without a normal stop, as after a kill.</summary>
    public async Task KillAsync()
    {
        _killed = true;
        Client.Dispose();
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_killed)
        {
            return;
        }

        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
