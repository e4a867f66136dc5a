using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Extractor;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Results.Tests;

/// <summary>The real service with a real SQLite file and the real in-memory bus; published messages are recorded.</summary>
internal sealed class ResultsApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ResultsApp(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
        Published = app.Services.GetRequiredService<ConcurrentQueue<ReceiptProcessed>>();
        Decided = app.Services.GetRequiredService<ConcurrentQueue<ReviewDecided>>();
    }

    public HttpClient Client { get; }

    public ConcurrentQueue<ReceiptProcessed> Published { get; }

    public ConcurrentQueue<ReviewDecided> Decided { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ResultsApp> StartAsync(TempFolder folder, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(
            [KeyValuePair.Create("DATA_DIR", (string?)folder.Name), KeyValuePair.Create("DATABASE_URL", (string?)folder.DatabaseUrl), KeyValuePair.Create("LOG_LEVEL", (string?)"ERROR")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddServiceDefaults("results-test");
        builder.AddResults();
        // Checks corrections.
        builder.AddExtractor();
        builder.Services.AddSingleton<ConcurrentQueue<ReceiptProcessed>>();
        builder.Services.AddSingleton<ConcurrentQueue<ReviewDecided>>();
        builder.Services.AddOcrBus(builder.Configuration, bus =>
        {
            bus.AddResultsConsumers();
            bus.AddExtractorConsumers();
            bus.Transport.AddConsumer<DecisionListener>();
            bus.Transport.AddConsumer<Listener>();
        });
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapResults();
        await app.MigrateAsync();
        await app.StartAsync();
        return new ResultsApp(app);
    }

    public Task PublishAsync<T>(T message)
        where T : class => Services.GetRequiredService<IBus>().Publish(message);

    /// <summary>Publishes readings and waits until each is stored and published.</summary>
    public async Task StoreAsync(params object[] messages)
    {
        // A slow machine publishes the event of another receipt again, so the receipts are counted one by one.
        var awaited = messages.GroupBy(ReceiptOf).Select(group => (Receipt: group.Key, Count: Processed(group.Key) + group.Count())).ToArray();
        foreach (var message in messages)
        {
            await Services.GetRequiredService<IBus>().Publish(message);
        }

        await Probe.UntilAsync(() => awaited.All(one => Processed(one.Receipt) >= one.Count));

        int Processed((string, Guid) receipt) => Published.Count(message => (message.RequestId, message.ReceiptId) == receipt);
    }

    /// <summary>A client whose requests have the tenant header of the gateway.</summary>
    public HttpClient ClientOf(string tenant)
    {
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Add(TenantScope.Header, tenant);
        return client;
    }

    public async Task<JsonObject> GetAsync(string path) => (await Client.GetFromJsonAsync<JsonObject>(new Uri(path, UriKind.Relative)))!;

    public async Task<IReadOnlyList<ResultRow>> RowsAsync()
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        return await database.Results.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static (string RequestId, Guid ReceiptId) ReceiptOf(object message) => message switch
    {
        FieldsExtracted read => (read.Batch.RequestId, read.Receipt.ReceiptId),
        RecognitionFailed failed => (failed.Batch.RequestId, failed.Receipt.ReceiptId),
        _ => throw new ArgumentException("Not a reading", nameof(message)),
    };

    public sealed class Listener(ConcurrentQueue<ReceiptProcessed> published) : IConsumer<ReceiptProcessed>
    {
        public Task Consume(ConsumeContext<ReceiptProcessed> context)
        {
            ArgumentNullException.ThrowIfNull(context);
            published.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    public sealed class DecisionListener(ConcurrentQueue<ReviewDecided> decided) : IConsumer<ReviewDecided>
    {
        public Task Consume(ConsumeContext<ReviewDecided> context)
        {
            ArgumentNullException.ThrowIfNull(context);
            decided.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}
