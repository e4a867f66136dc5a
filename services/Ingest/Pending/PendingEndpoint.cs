using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Ingest.Data;

namespace Ocr.Ingest.Pending;

/// <summary><c>GET /api/files/pending</c>: accepted receipts in no batch, oldest first.</summary>
internal static class PendingEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/files/pending", ListAsync);

    private static async Task<PendingAnswer> ListAsync(IDbContextFactory<IngestDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await database.Receipts.AsNoTracking()
            .Where(row => row.State == ReceiptState.Pending).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new PendingAnswer("success", rows.Count, Megabytes.Of(rows.Sum(row => row.SizeBytes)), [.. rows.Select(Entry)]);
    }

    private static PendingEntry Entry(ReceiptRow row) => new(
        row.StoredName,
        row.SizeBytes,
        Megabytes.Of(row.SizeBytes),
        row.UploadedAt,
        PendingMetadata.Of(row.Metadata),
        "pending",
        $"data/inbox/{row.StoredName}");
}

/// <summary>Answer of <c>GET /api/files/pending</c> (§1.2).</summary>
public sealed record PendingAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("files_pending")] int FilesPending,
    [property: JsonPropertyName("total_size_mb")] double TotalSizeMb,
    [property: JsonPropertyName("files")] IReadOnlyList<PendingEntry> Files);

/// <summary>One pending receipt; the path is a logical name (state/name).</summary>
public sealed record PendingEntry(
    [property: JsonPropertyName("filename")] string FileName,
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
    /// <param name="metadata">What the operator said.</param>
    public static PendingMetadata Of(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(metadata.DrawNumber, metadata.DrawDate, metadata.WhatsappId, metadata.SenderName, metadata.SentAt);
    }
}
