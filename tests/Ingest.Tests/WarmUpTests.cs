using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Ingest.Data;
using Ocr.Ingest.Statistics;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Warming;
using Ocr.Testing;

namespace Ocr.Ingest.Tests;

/// <summary>A failed warm-up does not prevent the start, so only a test notices it.</summary>
public sealed class WarmUpTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_warm_up_of_ingest_and_results_succeeds_and_leaves_nothing_behind()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        var warmUps = app.Services.GetServices<IWarmUp>().ToList();
        foreach (var warmUp in warmUps.Concat(warmUps))
        {
            await warmUp.RunAsync(CancellationToken.None);
        }

        foreach (var warmUp in warmUps)
        {
            await warmUp.EndAsync();
        }

        string[] expected = ["AsyncCodeWarmUp", "BatchWarmUp", "HttpWarmUp", "ObjectStoreWarmUp", "StoringWarmUp", "UploadWarmUp"];
        Assert.Equal(expected, warmUps.Select(warmUp => warmUp.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
        // The sweep moves counts from memory to their rows.
        Assert.Empty(app.Services.GetRequiredService<UploadStatistics>().Take());
        await using var ingest = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        Assert.Empty(await ingest.UploadCounters.ToListAsync());
        await using var results = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        Assert.Empty(await results.Results.ToListAsync());
        Assert.Empty(await results.Batches.ToListAsync());
    }
}
