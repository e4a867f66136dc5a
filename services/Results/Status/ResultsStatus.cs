using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts.Status;
using Ocr.Persistence;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Status;

/// <summary>
/// Counts of stored results. Every query uses the index <c>IX_results_figures</c>; no document is read. Times, confidence and
/// validity are those of the last <see cref="RecentResults.Max"/> results.
/// </summary>
internal sealed class ResultsStatus(IDbContextFactory<ResultsDbContext> contexts, TimeProvider time) : IStatusReporter
{
    private static readonly TimeSpan CommonErrorsOf = TimeSpan.FromHours(24);
    private const int CommonErrors = 10;

    public string Section => ResultsSection.Name;

    public async Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var totals = await TotalsAsync(database, scope, cancellationToken);
        var recent = await RecentAsync(database, scope, cancellationToken);
        return StatusJson.Write(new ResultsSection
        {
            Directories = new()
            {
                Results = new() { Path = "data/results", FilesCount = totals.Count, TotalSizeMb = Math.Round(totals.Bytes / (1024.0 * 1024.0), 2) },
            },
            TotalResults = totals.Count,
            TotalErrors = totals.Errors,
            TotalDuplicates = totals.Duplicates,
            CacheHits = totals.Hits,
            AverageProcessingTime = Mean(totals.MissSeconds, totals.Count - totals.Errors - totals.Hits),
            LastFinishedBatchId = await database.Batches.Of(scope).Where(row => row.FinishedAt != null)
                .OrderByDescending(row => row.FinishedAt).Select(row => row.RequestId).FirstOrDefaultAsync(cancellationToken) ?? "",
            ProcessingTimes = recent.ProcessingTimes(),
            Throughput = await ThroughputAsync(database, scope, cancellationToken),
            ConfidenceScores = recent.ConfidenceScores(),
            ExtractionAccuracy = recent.ExtractionAccuracy(),
            Fields = recent.Fields(),
            CachePerformance = new()
            {
                TotalRequests = totals.Count - totals.Errors,
                CacheHits = totals.Hits,
                AverageHitTime = Mean(totals.HitSeconds, totals.Hits),
                AverageMissTime = Mean(totals.MissSeconds, totals.Count - totals.Errors - totals.Hits),
            },
            ErrorsLastHour = await CountSinceAsync(database.Results.Of(scope).Where(row => !row.Succeeded), TimeSpan.FromHours(1), cancellationToken),
            CommonErrors = await CommonErrorsAsync(database, scope, cancellationToken),
        });
    }

    private static double Mean(double sum, int count) => count == 0 ? 0 : Math.Round(sum / count, 4);

    private static async Task<Totals> TotalsAsync(ResultsDbContext database, TenantScope scope, CancellationToken cancellationToken) =>
        await database.Results.Of(scope).GroupBy(_ => 1).Select(rows => new Totals(
            rows.Count(),
            rows.Sum(row => (long)row.DocumentBytes),
            rows.Count(row => !row.Succeeded),
            rows.Count(row => row.Succeeded && row.CacheHit),
            rows.Count(row => row.Duplicate == DuplicateKind.SameImage || row.Duplicate == DuplicateKind.SameReference),
            rows.Sum(row => row.Succeeded && row.CacheHit ? row.ProcessingSeconds : 0),
            rows.Sum(row => row.Succeeded && !row.CacheHit ? row.ProcessingSeconds : 0))).SingleOrDefaultAsync(cancellationToken)
        ?? new Totals(0, 0, 0, 0, 0, 0, 0);

    private static async Task<RecentResults> RecentAsync(ResultsDbContext database, TenantScope scope, CancellationToken cancellationToken) => new(
        await database.Results.Of(scope).OrderByDescending(row => row.StoredAt).Take(RecentResults.Max)
            .Select(row => new ResultStatistics(
                row.Succeeded, row.IsReceipt, row.CacheHit, row.ProcessingSeconds, row.ConfidenceAverage, row.FoundFields, row.ValidFields))
            .ToListAsync(cancellationToken));

    private async Task<Throughput> ThroughputAsync(ResultsDbContext database, TenantScope scope, CancellationToken cancellationToken)
    {
        var minute = await CountSinceAsync(database.Results.Of(scope), TimeSpan.FromMinutes(1), cancellationToken);
        var since = time.GetUtcNow() - TimeSpan.FromHours(1);
        return new Throughput
        {
            FilesPerSecond = Math.Round(minute / 60.0, 2),
            FilesPerMinute = minute,
            FilesPerHour = await CountSinceAsync(database.Results.Of(scope), TimeSpan.FromHours(1), cancellationToken),
            BatchesPerHour = await database.Batches.Of(scope).CountAsync(row => row.FinishedAt >= since, cancellationToken),
        };
    }

    private Task<int> CountSinceAsync(IQueryable<ResultRow> rows, TimeSpan span, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - span;
        return rows.CountAsync(row => row.StoredAt >= since, cancellationToken);
    }

    private async Task<IReadOnlyList<ReadingError>> CommonErrorsAsync(ResultsDbContext database, TenantScope scope, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - CommonErrorsOf;
        var reasons = await database.Results.Of(scope).Where(row => row.StoredAt >= since && !row.Succeeded)
            .GroupBy(row => row.ReasonCode).Select(rows => new { Reason = rows.Key, Count = rows.Count() })
            .OrderByDescending(reason => reason.Count).Take(CommonErrors).ToListAsync(cancellationToken);
        return [.. reasons.Select(reason => new ReadingError(reason.Reason, reason.Count))];
    }

    private sealed record Totals(int Count, long Bytes, int Errors, int Hits, int Duplicates, double HitSeconds, double MissSeconds);
}
