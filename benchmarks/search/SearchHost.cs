using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Persistence;
using Ocr.Results;
using Ocr.Results.Data;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.SearchBenchmark;

/// <summary>The real service over a database full of made-up receipts, without a network.</summary>
internal static class SearchHost
{
    /// <summary>Starts it.</summary>
    public static async Task<WebApplication> StartAsync(string databaseUrl, int receipts)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("DATABASE_URL", (string?)databaseUrl), KeyValuePair.Create("LOG_LEVEL", (string?)"ERROR"),
            KeyValuePair.Create("DATA_DIR", (string?)Path.Combine(Path.GetTempPath(), "ocr-search-benchmark")),
        ]);
        builder.AddServiceDefaults("search-benchmark");
        builder.AddResults();
        builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddResultsConsumers());
        var app = builder.Build();
        app.MapResults();
        await app.MigrateAsync();
        await using (var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync())
        {
            await ReceiptLoader.LoadAsync(database, receipts);
        }

        await app.StartAsync();
        return app;
    }
}
