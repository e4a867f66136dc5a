using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.Ingest.Statistics;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Status;

/// <summary>Receipts by state with their sizes, batches, and uploads by outcome, counted in the rows: the same from every replica.</summary>
internal sealed class IngestStatus(IDbContextFactory<IngestDbContext> contexts, UploadCounters counters) : IStatusReporter
{
    private const int CommonErrors = 10;

    private static readonly (string Name, ReceiptState State)[] Folders =
    [
        ("inbox", ReceiptState.Pending), ("processing", ReceiptState.Processing),
        ("processed", ReceiptState.Processed), ("error", ReceiptState.Failed),
    ];

    public string Section => "ingest";

    public async Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var uploads = await counters.ReadAsync(scope, cancellationToken);
        var groups = await database.Receipts.Of(scope).Where(row => !row.Reread).GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count(), Size = group.Sum(row => row.ImageRemoved ? 0 : row.SizeBytes) })
            .ToDictionaryAsync(group => group.State, cancellationToken);
        var directories = new JsonObject(Folders.Select(folder => KeyValuePair.Create<string, JsonNode?>(folder.Name, new JsonObject
        {
            ["path"] = $"data/{folder.Name}",
            ["files_count"] = groups.GetValueOrDefault(folder.State)?.Count ?? 0,
            ["total_size_mb"] = Megabytes.Of(groups.GetValueOrDefault(folder.State)?.Size ?? 0),
        })));
        return new JsonObject
        {
            ["directories"] = directories,
            ["last_batch_id"] = await database.Batches.Of(scope).OrderByDescending(batch => batch.OpenedAt)
                .Select(batch => batch.RequestId).FirstOrDefaultAsync(cancellationToken) ?? "",
            ["batches"] = await database.Batches.Of(scope).CountAsync(cancellationToken),
            ["total_uploaded"] = groups.Values.Sum(group => group.Count),
            ["total_processed"] = groups.GetValueOrDefault(ReceiptState.Processed)?.Count ?? 0,
            ["total_errors"] = groups.GetValueOrDefault(ReceiptState.Failed)?.Count ?? 0,
            ["successful_uploads"] = uploads.Accepted,
            ["failed_uploads"] = uploads.Refused.Sum(refusal => refusal.Files),
            ["average_file_size_mb"] = uploads.Accepted == 0 ? 0 : Megabytes.Of(uploads.AcceptedBytes / uploads.Accepted),
            ["batch_success_rate"] = await SuccessRateAsync(database, scope, cancellationToken),
            ["errors_last_hour"] = uploads.RefusedLastHour,
            ["common_errors"] = new JsonArray([.. uploads.Refused.Take(CommonErrors).Select(refusal =>
                new JsonObject { ["error_code"] = refusal.Code, ["count"] = refusal.Files })]),
        };
    }

    // Share of the finished batches with a result, which /api/ocr/status shows as "completed" instead of "failed"; 1 before the first batch.
    private static async Task<double> SuccessRateAsync(IngestDbContext database, TenantScope scope, CancellationToken cancellationToken)
    {
        var finished = database.Batches.Of(scope).Where(batch => !database.Receipts.Any(
            row => row.RequestId == batch.RequestId && row.State == ReceiptState.Processing));
        var total = await finished.CountAsync(cancellationToken);
        var read = await finished.CountAsync(
            batch => database.Receipts.Any(row => row.RequestId == batch.RequestId && row.State == ReceiptState.Processed), cancellationToken);
        return total == 0 ? 1 : Math.Round((double)read / total, 4);
    }
}
