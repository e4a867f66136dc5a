using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class ResultDataTests : IDisposable
{
    private const string Name = $"{Messages.Batch}_20250711-A--123456@lid_Juan_14-30.png";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_words_of_the_example_have_the_geometry_of_the_example()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var answer = await app.GetAsync($"/api/ocr/result_data/{Name}");

        Assert.Equal("""{"width":720,"height":1280}""", answer["page"]!.ToJsonString());
        var word = answer["palabras_detectadas"]![0]!;
        Assert.Equal(
            """{"x_min":145,"y_min":67,"x_max":298,"y_max":95,"width":153,"height":28,"center_x":221.5,"center_y":81}""", word["bbox"]!.ToJsonString());
        Assert.Equal(
            """{"area":4284,"aspect_ratio":5.46,"relative_position":{"line":1,"word_in_line":1,"region":"header"}}""",
            word["geometric_properties"]!.ToJsonString());
        Assert.Equal(
            """{"nearest_words":[{"texto":"104,54","distance_pixels":22,"direction":"right"}]}""", word["spatial_relationships"]!.ToJsonString());
    }

    [Fact]
    public async Task Words_and_fields_contain_the_rule_that_used_the_words()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var answer = await app.GetAsync($"/api/ocr/result_data/{Name}");

        Assert.Equal("""[{"campo":"monto","regla":"monto_destacado"}]""", answer["palabras_detectadas"]![1]!["campos"]!.ToJsonString());
        Assert.Null(answer["palabras_detectadas"]![0]!["campos"]);
        Assert.Equal(
            """{"valor":"104.54","valid":true,"confianza":0.96,"regla":"monto_destacado","palabras":[1]}""", answer["campos"]!["monto"]!.ToJsonString());
        Assert.Equal("20/06/2025", (string?)answer["campos"]!["fecha_operacion"]!["valor"]);
    }

    [Fact]
    public async Task A_key_that_is_newer_than_the_stored_document_is_blank()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        await using (var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync())
        {
            var row = await database.Results.SingleAsync();
            var document = JsonNode.Parse(row.Document)!.AsObject();
            Assert.True(document["extracted_fields"]!.AsObject().Remove("canal_pago"));
            Assert.True(document["validacion_campos"]!.AsObject().Remove("canal_pago"));
            row.Document = document.ToJsonString();
            await database.SaveChangesAsync();
        }

        var answer = await app.GetAsync($"/api/ocr/result_data/{Name}");

        Assert.Equal("""{"valor":"","valid":false,"confianza":0,"regla":"","palabras":[]}""", answer["campos"]!["canal_pago"]!.ToJsonString());
        Assert.Equal("104.54", (string?)answer["campos"]!["monto"]!["valor"]);
    }

    [Fact]
    public async Task Without_coordinates_words_have_no_geometry()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(withCoordinates: false));

        var words = (await app.GetAsync($"/api/ocr/result_data/{Name}"))["palabras_detectadas"]!;

        Assert.Equal("""{"texto":"Personas","confianza":0.95}""", words[0]!.ToJsonString());
    }

    [Fact]
    public async Task A_receipt_that_could_not_be_read_has_no_words()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Failed());

        Assert.Empty((await app.GetAsync($"/api/ocr/result_data/{Name}"))["palabras_detectadas"]!.AsArray());
    }

    [Fact]
    public async Task The_individual_json_is_downloaded_as_it_is_answered()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var answered = (await app.GetAsync($"/api/ocr/result/{Name}"))["data"]!.ToJsonString();

        using var response = await app.Client.GetAsync(new Uri($"/api/ocr/download_json/{Name}", UriKind.Relative));

        Assert.Equal(("attachment", $"{Name}.json"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(answered, System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Theory]
    [InlineData("result_data")]
    [InlineData("download_json")]
    public async Task An_unknown_result_is_not_found(string endpoint)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri($"/api/ocr/{endpoint}/{Name}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void Words_are_counted_by_line_and_neighbours_found_on_every_side()
    {
        // Two uneven lines: "uno dos" above "tres", with "cuatro" to its right.
        DetectedWord[] words = [Word("cuatro", 100, 52, 160, 70), Word("tres", 10, 50, 60, 70), Word("dos", 70, 12, 110, 30), Word("uno", 10, 10, 50, 30)];

        var placed = PageGeometry.Of(words, pageHeight: 100).ToDictionary(word => word.Text);

        Assert.Equal((1, 1, "header"), Place(placed["uno"]));
        Assert.Equal((1, 2, "header"), Place(placed["dos"]));
        Assert.Equal((2, 1, "body"), Place(placed["tres"]));
        Assert.Equal((2, 2, "body"), Place(placed["cuatro"]));
        Assert.Equal([new NearWord("uno", 20, "above"), new NearWord("cuatro", 40, "right")], placed["tres"].Neighbors!.Nearest);
        Assert.Equal([new NearWord("uno", 20, "left"), new NearWord("cuatro", 22, "below")], placed["dos"].Neighbors!.Nearest);
    }

    private static (int Line, int Word, string Region) Place(PlacedWord word) =>
        (word.Geometry!.Position.Line, word.Geometry.Position.WordInLine, word.Geometry.Position.Region);

    private static DetectedWord Word(string text, int left, int top, int right, int bottom) =>
        DetectedWord.Of(new Contracts.WordBox(text, 1, left, top, right, bottom), withCoordinates: true);
}
