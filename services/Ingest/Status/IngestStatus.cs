using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Status;

namespace Ocr.Ingest.Status;

/// <summary>Receipts by state with their sizes, and the last batch, counted in the rows.</summary>
internal sealed class IngestStatus(IDbContextFactory<IngestDbContext> contexts) : IStatusReporter
{
    private static readonly (string Name, ReceiptState State)[] Folders =
    [
        ("inbox", ReceiptState.Pending), ("processing", ReceiptState.Processing),
        ("processed", ReceiptState.Processed), ("error", ReceiptState.Failed),
    ];

    public string Section => "ingest";

    public async Task<JsonObject> ReportAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await database.Receipts.GroupBy(row => row.State)
            .Select(group => new { State = group.Key, Count = group.Count(), Size = group.Sum(row => row.SizeBytes) })
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
            ["last_batch_id"] = await database.Batches.OrderByDescending(batch => batch.OpenedAt)
                .Select(batch => batch.RequestId).FirstOrDefaultAsync(cancellationToken) ?? "",
            ["batches"] = await database.Batches.CountAsync(cancellationToken),
            ["total_uploaded"] = groups.Values.Sum(group => group.Count),
            ["total_processed"] = groups.GetValueOrDefault(ReceiptState.Processed)?.Count ?? 0,
            ["total_errors"] = groups.GetValueOrDefault(ReceiptState.Failed)?.Count ?? 0,
        };
    }
}
