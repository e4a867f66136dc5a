using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Endpoints;

/// <summary>
/// <c>GET /api/ocr/result/{id}</c>: the individual JSON, by the name of the result with or without <c>.json</c>, or by the opaque id of the receipt; the same as a file at
/// <c>GET /api/ocr/download_json/{id}</c>.
/// </summary>
internal static class ResultEndpoint
{
    private const string Extension = ".json";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ocr/result/{id}", GetAsync);
        app.MapGet("/api/ocr/download_json/{id}", DownloadAsync);
    }

    /// <summary>Finds a stored document.</summary>
    public static async Task<(string Name, string Document)> ReadAsync(
        string id, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var name = id.EndsWith(Extension, StringComparison.Ordinal) ? id : id + Extension;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var owned = database.Results.Of(scope);
        var results = ReceiptIds.Read(id) is { } receiptId
            ? owned.Where(row => row.ReceiptId == receiptId) : owned.Where(row => row.ResultFile == name);
        // A reading that failed does not hide an earlier one that succeeded.
        var result = await results.OrderByDescending(row => row.Succeeded).ThenByDescending(row => row.Id).Select(row => new { row.ResultFile, row.Document }).FirstOrDefaultAsync(cancellationToken)
            ?? throw new ApiException(ApiErrors.NotFound("No existe un resultado con ese identificador"));
        return (result.ResultFile, result.Document);
    }

    private static async Task<ResultResponse> GetAsync(string id, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var (name, document) = await ReadAsync(id, scope, contexts, cancellationToken);
        return new ResultResponse("found", name, true, new RawJson(document));
    }

    private static async Task<IResult> DownloadAsync(string id, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var (name, document) = await ReadAsync(id, scope, contexts, cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(document), "application/json", name);
    }
}

/// <summary>Response of <c>GET /api/ocr/result/{id}</c> (§1.3).</summary>
public sealed record ResultResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("file_exists")] bool FileExists,
    [property: JsonPropertyName("data")] RawJson Data);
