using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Endpoints;

/// <summary>
/// <c>GET /api/batches/history</c>: the latest batches, the last opened first (<c>?limit=</c>, by default 50, and <c>?offset=</c>);
/// <c>GET /api/batches/{request_id}</c>: one of them with its receipts.
/// </summary>
internal static class BatchesEndpoint
{
    private const int UsualLimit = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/batches/history", HistoryAsync);
        app.MapGet("/api/batches/{requestId}", GetAsync);
    }

    private static async Task<BatchHistoryResponse> HistoryAsync(
        string? limit, string? offset, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var paging = Paging.Read(limit, offset, UsualLimit);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var page = database.Batches.Of(scope).OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.RequestId)
            .Skip(paging.Offset).Take(paging.Limit);
        var batches = await Entries(database, page).ToListAsync(cancellationToken);
        var total = await database.Batches.Of(scope).CountAsync(cancellationToken);
        return new BatchHistoryResponse("success", total, paging.Limit, paging.Offset, paging.Offset + batches.Count < total, batches);
    }

    private static async Task<BatchResponse> GetAsync(string requestId, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await Entries(database, database.Batches.Of(scope).Where(row => row.RequestId == requestId)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new ApiException(ApiErrors.NotFound("No existe un lote con ese request_id"));
        var receipts = await database.Results.Where(row => row.RequestId == requestId).OrderBy(row => row.Position)
            .Select(row => new BatchReceipt(row.StoredName, ReceiptIds.Of(row.ReceiptId), row.Succeeded ? "success" : "error", row.ResultFile, row.StoredAt)).ToListAsync(cancellationToken);
        return new BatchResponse("found", batch, receipts);
    }

    private static IQueryable<BatchHistoryEntry> Entries(ResultsDbContext database, IQueryable<BatchHistoryRow> batches) => batches.AsNoTracking().Select(batch => new BatchHistoryEntry
    {
        RequestId = batch.RequestId,
        Profile = batch.Profile,
        OpenedAt = batch.OpenedAt,
        FinishedAt = batch.FinishedAt,
        FilesTotal = batch.Size,
        FilesDone = database.Results.Count(row => row.RequestId == batch.RequestId),
        FilesWithErrors = database.Results.Count(row => row.RequestId == batch.RequestId && !row.Succeeded),
        FilesDuplicated = database.Results.Count(row => row.RequestId == batch.RequestId
            && (row.Duplicate == DuplicateKind.SameImage || row.Duplicate == DuplicateKind.SameReference)),
        FilesMaybeDuplicated = database.Results.Count(row => row.RequestId == batch.RequestId && row.Duplicate > DuplicateKind.SameReference),
    });
}

/// <summary>Response of <c>GET /api/batches/history</c>; the total includes batches outside the page.</summary>
public sealed record BatchHistoryResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("total_batches")] int Total,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("batches")] IReadOnlyList<BatchHistoryEntry> Batches);

/// <summary>Response of <c>GET /api/batches/{request_id}</c>; the final receipts, in order of arrival.</summary>
public sealed record BatchResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("batch")] BatchHistoryEntry Batch,
    [property: JsonPropertyName("results")] IReadOnlyList<BatchReceipt> Results);

/// <summary>A batch.</summary>
public sealed record BatchHistoryEntry
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("request_id")]
    public required string RequestId { get; init; }

    /// <summary><c>processing</c>; then <c>completed</c>, or <c>failed</c> when no receipt could be read.</summary>
    [JsonPropertyName("status")]
    public string Status => FinishedAt is null ? "processing" : FilesWithErrors == FilesTotal ? "failed" : "completed";

    /// <summary>Recognition profile.</summary>
    [JsonPropertyName("profile")]
    public required string Profile { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    [JsonPropertyName("opened_at")]
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last receipt became final, UTC; absent while it runs.</summary>
    [JsonPropertyName("finished_at"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Number of its receipts.</summary>
    [JsonPropertyName("files_total")]
    public required int FilesTotal { get; init; }

    /// <summary>Number of final receipts, errors included.</summary>
    [JsonPropertyName("files_done")]
    public required int FilesDone { get; init; }

    /// <summary>Number of receipts with an error.</summary>
    [JsonPropertyName("files_with_errors")]
    public required int FilesWithErrors { get; init; }

    /// <summary>Number of receipts that repeat an earlier file.</summary>
    [JsonPropertyName("files_duplicated")]
    public required int FilesDuplicated { get; init; }

    /// <summary>Number of receipts that may repeat an earlier file.</summary>
    [JsonPropertyName("files_maybe_duplicated")]
    public required int FilesMaybeDuplicated { get; init; }
}

/// <summary>A final receipt of a batch.</summary>
public sealed record BatchReceipt(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("processing_status")] string Status,
    [property: JsonPropertyName("result_file")] string ResultFile,
    [property: JsonPropertyName("processed_at")] DateTimeOffset ProcessedAt);
