using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Endpoints;

/// <summary><c>GET /api/ocr/result_data/{id}</c>: the words of a receipt with the geometry of §2.3, and the rules that used them, for a viewer.</summary>
internal static class ResultDataEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/ocr/result_data/{id}", GetAsync);

    private static async Task<ResultDataResponse> GetAsync(string id, TenantScope scope, IDbContextFactory<ResultsDbContext> contexts, CancellationToken cancellationToken)
    {
        var (name, document) = await ResultEndpoint.ReadAsync(id, scope, contexts, cancellationToken);
        var stored = JsonSerializer.Deserialize<StoredWords>(document, OcrJson.Options)!;
        var page = new PageSize(stored.Processing.ImageWidth, stored.Processing.ImageHeight);
        return new ResultDataResponse(
            "found", name, stored.RequestId, page, WithFields(PageGeometry.Of(stored.Words, page.Height), stored), FieldKeys.All.ToDictionary(key => key, stored.Taken));
    }

    private static IReadOnlyList<PlacedWord> WithFields(IReadOnlyList<PlacedWord> words, StoredWords stored)
    {
        var takenBy = FieldKeys.All
            .SelectMany(key => stored.Taken(key).WordIndexes, (key, index) => (Index: index, Field: new WordField(key, stored.Taken(key).Rule)))
            .ToLookup(item => item.Index, item => item.Field);
        return [.. words.Select((word, index) => takenBy.Contains(index) ? word with { Fields = [.. takenBy[index]] } : word)];
    }

    // The required part of a stored document; documents of earlier versions have no page size.
    private sealed record StoredWords(
        [property: JsonPropertyName("request_id")] string RequestId,
        [property: JsonPropertyName("processing_metadata")] StoredProcessing Processing,
        [property: JsonPropertyName("palabras_detectadas")] IReadOnlyList<DetectedWord> Words,
        [property: JsonPropertyName("extracted_fields")] IReadOnlyDictionary<string, string> Fields,
        [property: JsonPropertyName("validacion_campos")] IReadOnlyDictionary<string, FieldValidation> Validation)
    {
        /// <summary>Returns a field; a blank one for a key that is newer than the document.</summary>
        public TakenField Taken(string key)
        {
            var value = Fields.GetValueOrDefault(key, "");
            return Validation.GetValueOrDefault(key == FieldKeys.FechaOperacion ? DocumentWriter.Date : key) is { } validation
                ? new TakenField(value, validation.Valid, validation.Confidence, validation.Origin.Rule, validation.Origin.WordIndexes)
                : new TakenField(value, false, 0, "", []);
        }
    }

    private sealed record StoredProcessing(
        [property: JsonPropertyName("image_width")] int ImageWidth,
        [property: JsonPropertyName("image_height")] int ImageHeight);
}

/// <summary>Response of <c>GET /api/ocr/result_data/{id}</c>.</summary>
public sealed record ResultDataResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("page")] PageSize Page,
    [property: JsonPropertyName("palabras_detectadas")] IReadOnlyList<PlacedWord> Words,
    [property: JsonPropertyName("campos")] IReadOnlyDictionary<string, TakenField> Fields);

/// <summary>A field, the rule that found it and the indices of its words.</summary>
public sealed record TakenField(
    [property: JsonPropertyName("valor")] string Value,
    [property: JsonPropertyName("valid")] bool Valid,
    [property: JsonPropertyName("confianza")] double Confidence,
    [property: JsonPropertyName("regla")] string Rule,
    [property: JsonPropertyName("palabras")] IReadOnlyList<int> WordIndexes);

/// <summary>Size of the page of the words, pixels: that of the image, unless it was turned or straightened. 0 when nothing was read.</summary>
public sealed record PageSize(
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height);
