using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class ExtractionEndpointTests : IDisposable
{
    private const string Other = "BATCH_20250711_150000_b00";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("%00")]
    [InlineData("BATCH_20250711_143052_a8f%00")]
    [InlineData("%01")]
    public async Task A_batch_id_with_a_control_character_does_not_exist(string id)
    {
        await using var app = await ResultsApp.StartAsync(_folder);

        using var response = await app.Client.GetAsync(new Uri($"/api/extract_results?request_id={id}", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_batch_answers_as_documented_in_order_of_arrival()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(3, 3));
        await app.StoreAsync(Messages.Failed(2, 3));
        await app.StoreAsync(Messages.Read(1, 3));
        var answer = await app.GetAsync("/api/extract_results");

        Assert.Empty(JsonShape.Differences(JsonShape.Documented("extract_results"), answer));
        var summary = answer["extraccion_completa"]!;
        Assert.Equal((3, 2, 1), ((int)summary["total_archivos"]!, (int)summary["archivos_exitosos"]!, (int)summary["archivos_con_error"]!));
        Assert.Equal(
            ["20250711-A--123456@lid_Juan_14-30.png", "20250711-A--123456@lid_Juan_14-30_2.png", "20250711-A--123456@lid_Juan_14-30_3.png"],
            answer["resultados"]!.AsArray().Select(item => (string)item!["nombre_archivo"]!));
        Assert.Equal("", (string?)answer["resultados"]![1]!["monto"]);
        Assert.Equal("IMAGE_UNREADABLE", (string?)answer["resultados"]![1]!["error"]!["codigo"]);
    }

    [Fact]
    public async Task Caption_other_and_name_fall_back_as_the_example_shows()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(1, 2));
        await app.StoreAsync(Messages.Read(2, 2, metadata: given => given with { Caption = "hola", Other = "mesa 4" }, beneficiary: "Rosa Díaz"));
        var entries = (await app.GetAsync("/api/extract_results"))["resultados"]!;
        Assert.Equal(
            ("Recibo de Juan - 14:30 - ID: 123456@lid", Messages.Batch, "Juan"),
            ((string)entries[0]!["caption"]!, (string)entries[0]!["otro"]!, (string)entries[0]!["datosbeneficiario"]!["nombre"]!));
        Assert.Equal(
            ("hola", "mesa 4", "Rosa Díaz"),
            ((string)entries[1]!["caption"]!, (string)entries[1]!["otro"]!, (string)entries[1]!["datosbeneficiario"]!["nombre"]!));
    }

    [Fact]
    public async Task Only_the_last_finished_batch_is_returned_and_a_running_one_reports_its_progress()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        await app.StoreAsync(Messages.Read(1, 2, Other));

        Assert.Equal(Messages.Batch, (string?)(await app.GetAsync("/api/extract_results"))["extraccion_completa"]!["request_id"]);
        using var early = await app.Client.GetAsync(new Uri($"/api/extract_results?request_id={Other}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        var error = (await early.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(("CONFLICT_409", 2, 1), ((string)error["error_code"]!, (int)error["details"]!["files_total"]!, (int)error["details"]!["files_done"]!));

        await app.StoreAsync(Messages.Read(2, 2, Other));
        Assert.Equal(Other, (string?)(await app.GetAsync("/api/extract_results"))["extraccion_completa"]!["request_id"]);
        var named = await app.GetAsync($"/api/extract_results?request_id={Messages.Batch}");
        Assert.Equal(1, (int?)named["extraccion_completa"]!["total_archivos"]);
    }

    [Fact]
    public async Task A_batch_without_any_result_is_known_from_its_opening()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.PublishAsync(new BatchOpened { RequestId = Other, Size = 7, Profile = "balanced", OpenedAt = Messages.Opened });
        await Probe.UntilAsync(async () =>
            (await app.Client.GetAsync(new Uri($"/api/extract_results?request_id={Other}", UriKind.Relative))).StatusCode == HttpStatusCode.Conflict);
        // A repeated or late opening has no effect.
        await app.StoreAsync(Messages.Read());
        await app.PublishAsync(new BatchOpened { RequestId = Messages.Batch, Size = 1, Profile = "balanced", OpenedAt = Messages.Opened });
        Assert.Equal(Messages.Batch, (string?)(await app.GetAsync("/api/extract_results"))["extraccion_completa"]!["request_id"]);
    }

    [Fact]
    public async Task No_batch_yet_is_a_success_of_zero_files_and_an_unknown_one_is_not_found()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var answer = await app.GetAsync("/api/extract_results");
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("extract_results"), answer));
        Assert.Equal(0, (int?)answer["extraccion_completa"]!["total_archivos"]);
        using var unknown = await app.Client.GetAsync(new Uri($"/api/extract_results?request_id={Other}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var wrong = await app.Client.GetAsync(new Uri("/api/extract_results?format=xml", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_spreadsheet_gets_one_line_per_receipt_and_no_formula()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(1, 2, fields: [(FieldKeys.Concepto, Messages.Field("=1+1;\"x\"")), (FieldKeys.Referencia, Messages.Field("000123"))]));
        await app.StoreAsync(Messages.Failed(2, 2));
        using var response = await app.Client.GetAsync(new Uri("/api/extract_results?format=csv", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("nombre_archivo;caption;otro;referencia;", lines[0], StringComparison.Ordinal);
        Assert.Contains(";000123;", lines[1], StringComparison.Ordinal);
        Assert.Contains(";\"'=1+1;\"\"x\"\"\";", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(";No se puede leer la imagen;;;;;;;;revisar;SIN_LECTURA: No se pudo leer la imagen: No se puede leer la imagen.", lines[2], StringComparison.Ordinal);
        Assert.Empty(lines[3]);
    }
}
