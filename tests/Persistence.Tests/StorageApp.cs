using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.Results.Data;
using Ocr.ServiceDefaults;

namespace Ocr.Persistence.Tests;

/// <summary>A host with one database in a SQLite file.</summary>
internal sealed class StorageApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StorageApp(WebApplication app) => _app = app;

    public static async Task<StorageApp> StartAsync(string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("DATA_DIR", folder)]);
        builder.AddServiceDefaults("test");
        builder.Services.AddServiceDatabase<ResultsDbContext>(ResultsDbContext.SchemaName);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        try
        {
            await app.StartAsync();
            return new StorageApp(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<string> MetricsAsync() => GetAsync("/metrics");

    public async Task<HealthStatus> HealthAsync() =>
        (await Get<HealthCheckService>().CheckHealthAsync()).Entries["database_results"].Status;

    public async Task AddAsync(int rows)
    {
        await using var context = await Get<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        context.Batches.AddRange(Enumerable.Range(0, rows).Select(_ => new BatchHistoryRow
        {
            RequestId = $"{Guid.NewGuid():N}{new string('x', 500)}",
            Size = 1,
            Profile = "balanced",
            OpenedAt = DateTimeOffset.UnixEpoch,
        }));
        await context.SaveChangesAsync();
    }

    public async Task<int> CountAsync()
    {
        await using var context = await Get<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        return (await context.Batches.Select(batch => batch.Profile).ToListAsync()).Count;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<string> GetAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }
}
