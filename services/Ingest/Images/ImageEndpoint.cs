using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Storage;

namespace Ocr.Ingest.Images;

/// <summary>
/// <c>GET /api/ocr/image/{id}</c>: returns the uploaded image, by the name of its result (with or without <c>.json</c>), by the
/// stored name of the receipt, which exists before the result, or by its opaque id.
/// </summary>
internal static partial class ImageEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/ocr/image/{id}", GetAsync);

    private static async Task<IResult> GetAsync(
        string id, TenantScope scope, HttpResponse response, IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var image = await Named(database.Receipts.Of(scope), id)
            .OrderBy(row => row.Id).Select(row => new { row.ObjectKey, row.ContentType, row.Sha256 }).FirstOrDefaultAsync(cancellationToken);
        var content = image is null ? null : await objects.OpenReadAsync(image.ObjectKey, cancellationToken);
        if (content is null)
        {
            throw new ApiException(ApiErrors.NotFound("No existe una imagen con ese identificador, o ya no está guardada"));
        }

        // Untrusted content: browsers must treat it as an image only.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // Receipts are personal data and must not be cached.
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Authorization, X-API-Key";
        return TypedResults.Stream(content, image!.ContentType, entityTag: new EntityTagHeaderValue($"\"{image.Sha256}\""));
    }

    // The administrator can read several tenants, whose names can be equal: the batch makes them unique.
    private static IQueryable<ReceiptRow> Named(IQueryable<ReceiptRow> receipts, string id)
    {
        if (ReceiptIds.Read(id) is { } receiptId)
        {
            return receipts.Where(row => row.ReceiptId == receiptId);
        }

        if (ResultName().Match(id) is not { Success: true } result)
        {
            return receipts.Where(row => row.StoredName == id);
        }

        var (batch, name) = (result.Groups[1].Value, result.Groups[2].Value);
        return receipts.Where(row => row.StoredName == name && row.RequestId == batch);
    }

    // {batch id}_{stored name}, optionally with .json.
    [GeneratedRegex($@"^({BatchIds.Pattern})_(.+?)(?:\.json)?\z")]
    private static partial Regex ResultName();
}
