using Microsoft.EntityFrameworkCore;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary><c>POST /api/clean</c>: removes uploads that are no longer needed. Running batches are not changed.</summary>
internal sealed class CleanEndpoint(
    IDbContextFactory<IngestDbContext> contexts, Cleaner cleaner, ResultsArchive results, ServiceClock clock, TimeProvider time, ILogger<CleanEndpoint> logger)
{
    // The logical folders of the contract: failed files are in data/processing with files of interrupted work.
    private static readonly string[] FileFolders = ["data/inbox", "data/processing"];
    private static readonly string[] ResultFolders = ["data/processed", "data/results"];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/clean", (HttpContext context, TenantScope scope, CleanEndpoint endpoint) => endpoint.HandleAsync(context, scope));

    private async Task<CleanResponse> HandleAsync(HttpContext context, TenantScope scope)
    {
        var options = await JsonBody.ReadAsync(context.Request, CleanOptions.Read);
        var hours = options.Force ? 0 : options.RetentionHours;
        var ages = await CleanAges.OfHoursAsync(hours, hours, options.PreserveResults ? null : hours, clock, time, context.RequestAborted);
        try
        {
            // Requested first: when Results does not respond, nothing is removed.
            var left = await results.ListAsync(scope, context.RequestAborted);
            var cleaned = await cleaner.CleanAsync(ages, scope, context.RequestAborted);
            left = options.PreserveResults ? left : await results.ListAsync(scope, context.RequestAborted);
            Log.Cleaned(logger, cleaned.Files, cleaned.Results, cleaned.FreedBytes);
            return Response(options, cleaned, await PreservedAsync(scope, context.RequestAborted), left);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            Log.CleanFailed(logger, exception);
            throw new ApiException(ApiErrors.Of(503) with { Details = "La limpieza no terminó; puede repetirse sin riesgo" });
        }
    }

    private CleanResponse Response(CleanOptions options, CleanReport cleaned, int preserved, Contracts.ResultsCleaned left) => new(
        "success",
        "Sistema limpiado exitosamente",
        time.GetUtcNow(),
        new CleanupSummary(
            cleaned.Files,
            preserved,
            options.PreserveResults ? FileFolders : [.. FileFolders, .. ResultFolders],
            left.Preserved,
            Megabytes.Of(cleaned.FreedBytes),
            cleaned.Results),
        new RetentionPolicy(!options.Force, options.RetentionHours, left.PreservedFiles));

    private async Task<int> PreservedAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Receipts.Of(scope).CountAsync(row => !row.ImageRemoved, cancellationToken);
    }
}
