using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts.Status;
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

    public string Section => IngestSection.Name;

    public async Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var uploads = await counters.ReadAsync(scope, cancellationToken);
        var groups = await database.Receipts.Of(scope).Where(row => !row.Reread).GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count(), Size = group.Sum(row => row.ImageRemoved ? 0 : row.SizeBytes) })
            .ToDictionaryAsync(group => group.State, cancellationToken);
        StatusFolder Folder(string name, ReceiptState state) => new()
        {
            Path = $"data/{name}",
            FilesCount = groups.GetValueOrDefault(state)?.Count ?? 0,
            TotalSizeMb = Megabytes.Of(groups.GetValueOrDefault(state)?.Size ?? 0),
        };
        return StatusJson.Write(new IngestSection
        {
            Directories = new()
            {
                Inbox = Folder("inbox", ReceiptState.Pending),
                Processing = Folder("processing", ReceiptState.Processing),
                Processed = Folder("processed", ReceiptState.Processed),
                Error = Folder("error", ReceiptState.Failed),
            },
            LastBatchId = await database.Batches.Of(scope).OrderByDescending(batch => batch.OpenedAt)
                .Select(batch => batch.RequestId).FirstOrDefaultAsync(cancellationToken) ?? "",
            Batches = await database.Batches.Of(scope).CountAsync(cancellationToken),
            TotalUploaded = groups.Values.Sum(group => group.Count),
            TotalProcessed = groups.GetValueOrDefault(ReceiptState.Processed)?.Count ?? 0,
            TotalErrors = groups.GetValueOrDefault(ReceiptState.Failed)?.Count ?? 0,
            SuccessfulUploads = uploads.Accepted,
            FailedUploads = uploads.Refused.Sum(refusal => refusal.Files),
            AverageFileSizeMb = uploads.Accepted == 0 ? 0 : Megabytes.Of(uploads.AcceptedBytes / uploads.Accepted),
            BatchSuccessRate = await SuccessRateAsync(database, scope, cancellationToken),
            ErrorsLastHour = uploads.RefusedLastHour,
            CommonErrors = [.. uploads.Refused.Take(CommonErrors).Select(refusal => new UploadError(refusal.Code, refusal.Files))],
        });
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
