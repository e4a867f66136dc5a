using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Lists;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Pending;

/// <summary><c>GET /api/files/pending</c>: accepted receipts in no batch, oldest first (<c>?limit=</c>, <c>?offset=</c>).</summary>
internal static class PendingEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/files/pending", ListAsync);

    private static async Task<PendingResponse> ListAsync(
        string? limit, string? offset, TenantScope scope, IDbContextFactory<IngestDbContext> contexts, CancellationToken cancellationToken)
    {
        var paging = Paging.Read(limit, offset, Paging.Max);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = database.Receipts.AsNoTracking().Of(scope).Where(row => row.State == ReceiptState.Pending);
        var rows = await pending.OrderBy(row => row.Id).Skip(paging.Offset).Take(paging.Limit).ToListAsync(cancellationToken);
        var (count, size) = (await pending.CountAsync(cancellationToken), await pending.SumAsync(row => row.SizeBytes, cancellationToken));
        return new PendingResponse(
            "success", count, Megabytes.Of(size), [.. rows.Select(Entry)], paging.Limit, paging.Offset, paging.Offset + rows.Count < count);
    }

    private static PendingEntry Entry(ReceiptRow row) => new(
        row.StoredName,
        ReceiptIds.Of(row.ReceiptId),
        row.SizeBytes,
        Megabytes.Of(row.SizeBytes),
        row.UploadedAt,
        PendingMetadata.Of(row.Metadata),
        "pending",
        $"data/inbox/{row.StoredName}");
}

/// <summary>Response of <c>GET /api/files/pending</c> (§1.2); count and size are those of all pending receipts, listed or not.</summary>
public sealed record PendingResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("files_pending")] int FilesPending,
    [property: JsonPropertyName("total_size_mb")] double TotalSizeMb,
    [property: JsonPropertyName("files")] IReadOnlyList<PendingEntry> Files,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore);

/// <summary>One pending receipt; the path is a logical name (state/name).</summary>
public sealed record PendingEntry(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("size_bytes")] long SizeBytes,
    [property: JsonPropertyName("size_mb")] double SizeMb,
    [property: JsonPropertyName("uploaded_at")] DateTimeOffset UploadedAt,
    [property: JsonPropertyName("metadata")] PendingMetadata Metadata,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("path")] string Path);

/// <summary>The five fields.</summary>
public sealed record PendingMetadata(
    [property: JsonPropertyName("numerosorteo")] string DrawNumber,
    [property: JsonPropertyName("fechasorteo")] string DrawDate,
    [property: JsonPropertyName("idWhatsapp")] string WhatsappId,
    [property: JsonPropertyName("nombre")] string SenderName,
    [property: JsonPropertyName("horamin")] string SentAt)
{
    /// <summary>The fields of a receipt.</summary>
    /// <param name="metadata">Metadata from the operator.</param>
    public static PendingMetadata Of(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(metadata.DrawNumber, metadata.DrawDate, metadata.WhatsappId, metadata.SenderName, metadata.SentAt);
    }
}
