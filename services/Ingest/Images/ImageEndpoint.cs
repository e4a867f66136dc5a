using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
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
        string id, IDbContextFactory<IngestDbContext> contexts, IObjectStore objects, CancellationToken cancellationToken)
    {
        var name = ResultName().Match(id) is { Success: true } match ? match.Groups[1].Value : id;
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var image = await database.Receipts.Where(row => row.StoredName == name)
            .Select(row => new { row.ObjectKey, row.ContentType }).SingleOrDefaultAsync(cancellationToken);
        var content = image is null ? null : await objects.OpenReadAsync(image.ObjectKey, cancellationToken);
        return content is null
            ? throw new ApiException(ApiFaults.NotFound("No existe una imagen con ese identificador, o ya no está guardada"))
            : TypedResults.Stream(content, image!.ContentType);
    }

    // BATCH_yyyyMMdd_HHmmss_xxx_{stored name}, and perhaps .json
    [GeneratedRegex(@"^BATCH_[0-9]{8}_[0-9]{6}_[0-9a-z]{3}_(.+?)(?:\.json)?\z")]
    private static partial Regex ResultName();
}
