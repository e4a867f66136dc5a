using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Endpoints;

/// <summary><c>GET /api/ocr/result_data/{id}</c>: the words of a receipt with the geometry of §2.3, for a viewer.</summary>
internal static class ResultDataEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/ocr/result_data/{id}", GetAsync);

    private static async Task<ResultDataAnswer> GetAsync(string id, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var (name, document) = await ResultEndpoint.ReadAsync(id, contexts, cancellationToken);
        var stored = JsonSerializer.Deserialize<StoredWords>(document, OcrJson.Options)!;
        var page = new PageSize(stored.Processing.ImageWidth, stored.Processing.ImageHeight);
        return new ResultDataAnswer("found", name, stored.RequestId, page, PageGeometry.Of(stored.Words, page.Height));
    }

    // What is needed of a stored document; those of earlier versions have no page size.
    private sealed record StoredWords(
        [property: JsonPropertyName("request_id")] string RequestId,
        [property: JsonPropertyName("processing_metadata")] StoredProcessing Processing,
        [property: JsonPropertyName("palabras_detectadas")] IReadOnlyList<DetectedWord> Words);

    private sealed record StoredProcessing(
        [property: JsonPropertyName("image_width")] int ImageWidth,
        [property: JsonPropertyName("image_height")] int ImageHeight);
}

/// <summary>Answer of <c>GET /api/ocr/result_data/{id}</c>.</summary>
public sealed record ResultDataAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("page")] PageSize Page,
    [property: JsonPropertyName("palabras_detectadas")] IReadOnlyList<PlacedWord> Words);

/// <summary>Size of the page that the words stand on, pixels: that of the image, unless it was turned or straightened. 0 when nothing was read.</summary>
public sealed record PageSize(
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height);
