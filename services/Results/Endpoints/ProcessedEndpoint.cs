using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Results.Data;
using Ocr.Results.Documents;

namespace Ocr.Results.Endpoints;

/// <summary><c>GET /api/files/processed</c>: every stored result, the latest first.</summary>
internal static class ProcessedEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/files/processed", ListAsync);

    private static async Task<ProcessedAnswer> ListAsync(IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await database.Results.OrderByDescending(row => row.Id).Select(row => row.Listing).ToListAsync(cancellationToken);
        return new ProcessedAnswer("success", entries.Count, [.. entries.Select(entry => new RawJson(entry))]);
    }
}

/// <summary>Answer of <c>GET /api/files/processed</c> (§1.2).</summary>
public sealed record ProcessedAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("files_processed")] int FilesProcessed,
    [property: JsonPropertyName("files")] IReadOnlyList<RawJson> Files);
