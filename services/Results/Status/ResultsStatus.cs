using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Status;

namespace Ocr.Results.Status;

/// <summary>Stored results, counted in the rows.</summary>
internal sealed class ResultsStatus(IDbContextFactory<ResultsDbContext> contexts) : IStatusReporter
{
    public string Section => "results";

    public async Task<JsonObject> ReportAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await database.Results.CountAsync(cancellationToken);
        var bytes = await database.Results.SumAsync(row => (long)row.DocumentBytes, cancellationToken);
        var fresh = database.Results.Where(row => row.Succeeded && !row.CacheHit);
        return new JsonObject
        {
            ["directories"] = new JsonObject
            {
                ["results"] = new JsonObject
                {
                    ["path"] = "data/results",
                    ["files_count"] = count,
                    ["total_size_mb"] = Math.Round(bytes / (1024.0 * 1024.0), 2),
                },
            },
            ["total_results"] = count,
            ["total_errors"] = await database.Results.CountAsync(row => !row.Succeeded, cancellationToken),
            ["cache_hits"] = await database.Results.CountAsync(row => row.CacheHit, cancellationToken),
            ["average_processing_time"] = Math.Round(
                await fresh.AverageAsync(row => (double?)row.ProcessingSeconds, cancellationToken) ?? 0, 3),
            ["last_finished_batch_id"] = await database.Batches.Where(row => row.FinishedAt != null)
                .OrderByDescending(row => row.FinishedAt).Select(row => row.RequestId).FirstOrDefaultAsync(cancellationToken) ?? "",
        };
    }
}
