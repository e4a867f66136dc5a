using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Endpoints;

/// <summary><c>GET /api/files/processed</c>: stored results, the latest first, in pages.</summary>
internal static class ProcessedEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/files/processed", ListAsync);

    private static async Task<ProcessedResponse> ListAsync(
        string? limit, string? offset, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var paging = Paging.Read(limit, offset, Paging.Max);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var total = await database.Results.Of(scope).CountAsync(cancellationToken);
        var entries = await database.Results.Of(scope).OrderByDescending(row => row.Id).Skip(paging.Offset).Take(paging.Limit)
            .Select(row => row.Listing).ToListAsync(cancellationToken);
        return new ProcessedResponse(
            "success", total, paging.Limit, paging.Offset, paging.Offset + entries.Count < total, [.. entries.Select(entry => new RawJson(entry))]);
    }
}

/// <summary>Response of <c>GET /api/files/processed</c> (§1.2); <c>files_processed</c> counts all, not only this page.</summary>
public sealed record ProcessedResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("files_processed")] int FilesProcessed,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("files")] IReadOnlyList<RawJson> Files);
