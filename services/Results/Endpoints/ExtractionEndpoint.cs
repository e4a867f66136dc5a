using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Endpoints;

/// <summary>
/// <c>GET /api/extract_results</c>: a named batch, the last finished one, or a draw, as JSON or for a spreadsheet. The same as a file:
/// <c>GET /api/batches/{request_id}/download</c>.
/// </summary>
internal sealed class ExtractionEndpoint(IDbContextFactory<ResultsDbContext> contexts, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/api/extract_results",
            ([FromQuery(Name = "request_id")] string? requestId, string? fechasorteo, string? numerosorteo, string? format, TenantScope scope, ExtractionEndpoint endpoint,
                CancellationToken cancellationToken) => endpoint.GetAsync(requestId, fechasorteo, numerosorteo, format, scope, cancellationToken));
        app.MapGet(
            "/api/batches/{requestId}/download",
            (string requestId, string? format, TenantScope scope, ExtractionEndpoint endpoint, CancellationToken cancellationToken) =>
                endpoint.DownloadAsync(requestId, format, scope, cancellationToken));
    }

    private async Task<IResult> DownloadAsync(string requestId, string? format, TenantScope scope, CancellationToken cancellationToken)
    {
        var asCsv = IsCsv(format);
        var batch = await ReadAsync(requestId, scope, cancellationToken);
        return asCsv ? Csv(batch) : TypedResults.File(
            JsonSerializer.SerializeToUtf8Bytes(batch.ToResponse(time.GetUtcNow()), OcrJson.Options), "application/json", $"{batch.RequestId}.json");
    }

    private async Task<IResult> GetAsync(
        string? requestId, string? drawDate, string? drawNumber, string? format, TenantScope scope, CancellationToken cancellationToken)
    {
        var asCsv = IsCsv(format);
        var isDraw = !string.IsNullOrEmpty(drawDate) || !string.IsNullOrEmpty(drawNumber);
        if (isDraw && !string.IsNullOrEmpty(requestId))
        {
            throw new ApiException(ApiErrors.InvalidField("request_id", "No puede usarse junto con fechasorteo y numerosorteo"));
        }

        var batch = isDraw
            ? await ReadDrawAsync(DrawKey.Read(drawDate, drawNumber), scope, cancellationToken)
            : await ReadAsync(requestId, scope, cancellationToken);
        return asCsv ? Csv(batch) : TypedResults.Ok(batch.ToResponse(time.GetUtcNow()));
    }

    private static FileContentHttpResult Csv(ReadBatch batch) => TypedResults.File(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvWriter.Write(batch.Entries.Select(entry => entry.Json)))],
        "text/csv; charset=utf-8",
        $"{(batch.RequestId.Length == 0 ? "sin_lote" : batch.RequestId)}.csv");

    private async Task<ReadBatch> ReadAsync(string? requestId, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await FindAsync(database, requestId, scope, cancellationToken);
        return batch is null ? new ReadBatch("", []) : new ReadBatch(
            batch.RequestId,
            await database.Results.AsNoTracking().Where(row => row.RequestId == batch.RequestId).OrderBy(row => row.Position)
                .Select(row => new ReadEntry(row.Consolidated, row.Succeeded)).ToListAsync(cancellationToken));
    }

    /// <summary>The current reading of every receipt of a draw, in the order in which they were first stored; no batch.</summary>
    private async Task<ReadBatch> ReadDrawAsync(DrawKey key, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var receipts = key.Of(database.Receipts.AsNoTracking().Of(scope));
        return new ReadBatch("", await receipts.OrderBy(row => row.StoredAt).ThenBy(row => row.Id)
            .SelectMany(row => database.Results.Where(result => result.RequestId == row.RequestId && result.ReceiptId == row.ReceiptId)
                .Select(result => new ReadEntry(result.Consolidated, result.Succeeded))).ToListAsync(cancellationToken));
    }

    private static bool IsCsv(string? format) => format?.ToUpperInvariant() switch
    {
        null or "" or "JSON" => false,
        "CSV" => true,
        _ => throw new ApiException(ApiErrors.InvalidField("format", "Debe ser json o csv")),
    };

    private static async Task<BatchHistoryRow?> FindAsync(ResultsDbContext database, string? requestId, TenantScope scope, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(requestId))
        {
            // A batch that was opened later but finished first is not the last finished one; equal times are ordered by id. A second reading does not replace
            // the batch that a client waits for.
            return await database.Batches.AsNoTracking().Of(scope).Where(row => row.FinishedAt != null && row.RereadBy == null)
                .OrderByDescending(row => row.FinishedAt).ThenByDescending(row => row.RequestId).FirstOrDefaultAsync(cancellationToken);
        }

        // The database may reject a control character.
        var batch = (requestId.Any(char.IsControl) ? null
            : await database.Batches.AsNoTracking().Of(scope).SingleOrDefaultAsync(row => row.RequestId == requestId, cancellationToken))
            ?? throw new ApiException(ApiErrors.NotFound("No existe un lote con ese request_id"));
        if (batch.FinishedAt is not null)
        {
            return batch;
        }

        var done = await database.Results.CountAsync(row => row.RequestId == requestId, cancellationToken);
        throw new ApiException(ApiErrors.Of(409) with
        {
            Message = "The batch is still running",
            Mensaje = "El lote está en proceso",
            Details = new BatchRunning(requestId, "processing", batch.Size, done),
            Help = "Consulte /api/ocr/status/{request_id} y vuelva a pedir los resultados cuando termine",
        });
    }
}

/// <summary>The stored entries of a batch, in order of arrival.</summary>
internal sealed record ReadBatch(string RequestId, IReadOnlyList<ReadEntry> Entries)
{
    /// <summary>The consolidated JSON.</summary>
    public ExtractionResponse ToResponse(DateTimeOffset now)
    {
        var succeeded = Entries.Count(entry => entry.Succeeded);
        return new ExtractionResponse(
            new ExtractionSummary(RequestId, now, Entries.Count, succeeded, Entries.Count - succeeded),
            [.. Entries.Select(entry => new RawJson(entry.Json))]);
    }
}

/// <summary>One entry of the consolidated JSON, as stored.</summary>
internal sealed record ReadEntry(string Json, bool Succeeded);

/// <summary>Response of <c>GET /api/extract_results</c> (§1.3).</summary>
public sealed record ExtractionResponse(
    [property: JsonPropertyName("extraccion_completa")] ExtractionSummary Summary,
    [property: JsonPropertyName("resultados")] IReadOnlyList<RawJson> Results);

/// <summary>Counts of a batch; the total is the sum of the other two.</summary>
public sealed record ExtractionSummary(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("fecha_extraccion")] DateTimeOffset ExtractedAt,
    [property: JsonPropertyName("total_archivos")] int Total,
    [property: JsonPropertyName("archivos_exitosos")] int Succeeded,
    [property: JsonPropertyName("archivos_con_error")] int Failed);

/// <summary>Progress of a batch that is not finished.</summary>
public sealed record BatchRunning(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("files_total")] int FilesTotal,
    [property: JsonPropertyName("files_done")] int FilesDone);
