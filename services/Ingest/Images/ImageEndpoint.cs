using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Errors;
using Ocr.Storage;

namespace Ocr.Ingest.Images;

/// <summary>
/// <c>GET /api/ocr/image/{id}</c>: the stored image as it was uploaded, by the name of its result (with or without <c>.json</c>) or by the
/// stored name of the receipt, which it has before it is read, too.
/// </summary>
internal static partial class ImageEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/ocr/image/{id}", GetAsync);

    private static async Task<IResult> GetAsync(
        string id, HttpResponse response, IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, CancellationToken cancellationToken)
    {
        var name = ResultName().Match(id) is { Success: true } match ? match.Groups[1].Value : id;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var image = await database.Receipts.Where(row => row.StoredName == name)
            .Select(row => new { row.ObjectKey, row.ContentType, row.Sha256 }).SingleOrDefaultAsync(cancellationToken);
        var content = image is null ? null : await objects.OpenReadAsync(image.ObjectKey, cancellationToken);
        if (content is null)
        {
            throw new ApiException(ApiFaults.NotFound("No existe una imagen con ese identificador, o ya no está guardada"));
        }

        // Bytes of strangers: a browser may show them as the image that they are, and nothing else.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Stream(content, image!.ContentType, entityTag: new EntityTagHeaderValue($"\"{image.Sha256}\""));
    }

    // BATCH_yyyyMMdd_HHmmss_xxx_{stored name}, and perhaps .json
    [GeneratedRegex(@"^BATCH_[0-9]{8}_[0-9]{6}_[0-9a-z]{3}_(.+?)(?:\.json)?\z")]
    private static partial Regex ResultName();
}
