using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class ResultEndpointTests : IDisposable
{
    private const string File = $"{Messages.Batch}_20250711-A--123456@lid_Juan_14-30.png";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(".json")]
    public async Task A_result_answers_as_documented_by_its_name_with_or_without_extension(string extension)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        var answer = await app.GetAsync($"/api/ocr/result/{File}{extension}");
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("ocr_result"), answer));
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("individual_result"), answer["data"]));
        Assert.Equal(("found", File + ".json", true), ((string)answer["status"]!, (string)answer["filename"]!, (bool)answer["file_exists"]!));
    }

    [Fact]
    public async Task A_result_is_found_by_the_opaque_id_of_its_receipt_that_every_list_has()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var message = Messages.Read();
        await app.StoreAsync(message);
        var id = message.Receipt.ReceiptId.ToString("N");

        var answer = await app.GetAsync($"/api/ocr/result/{id}");
        Assert.Equal(File + ".json", (string)answer["filename"]!);
        Assert.Equal(id, (string)answer["data"]!["receipt_id"]!);
        Assert.Equal(File + ".json", (string)(await app.GetAsync($"/api/ocr/result_data/{id}"))["filename"]!);
        using var download = await app.Client.GetAsync(new Uri($"/api/ocr/download_json/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        Assert.Equal(id, (string)(await app.GetAsync("/api/files/processed"))["files"]![0]!["receipt_id"]!);
        Assert.Equal(id, (string)(await app.GetAsync($"/api/extract_results?request_id={Messages.Batch}"))["resultados"]![0]!["receipt_id"]!);
        Assert.Equal(id, (string)(await app.GetAsync($"/api/batches/{Messages.Batch}"))["results"]![0]!["receipt_id"]!);
    }

    [Fact]
    public async Task A_page_that_was_turned_has_its_projection_to_the_image_and_any_other_has_no_such_key()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var message = Messages.Read();
        await app.StoreAsync(message with { Text = message.Text with { PageToImage = [-1, 0, 720, 0, -1, 1280, 0, 0, 1] } });
        await app.StoreAsync(Messages.Payment(7, batch: "BATCH_20250711_143053_a8f"));

        Assert.Equal("[-1,0,720,0,-1,1280,0,0,1]", (await app.GetAsync($"/api/ocr/result/{File}"))["data"]!["processing_metadata"]!["page_to_image"]!.ToJsonString());
        Assert.Null((await app.GetAsync("/api/ocr/result/BATCH_20250711_143053_a8f_recibo-7.png"))["data"]!["processing_metadata"]!["page_to_image"]);
    }

    [Fact]
    public async Task The_sixteen_fields_stand_in_order_and_each_is_judged_with_its_origin()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(fields: (FieldKeys.Telefono, new ExtractedField { Value = "0412****244", Reason = "Teléfono oculto", Masked = true })));
        var data = (await app.GetAsync($"/api/ocr/result/{File}"))["data"]!;

        Assert.Equal(FieldKeys.All, data["extracted_fields"]!.AsObject().Select(field => field.Key));
        Assert.Equal("104.54", (string?)data["extracted_fields"]!["monto"]);
        Assert.Equal("", (string?)data["extracted_fields"]!["cuenta_origen"]);
        var judged = data["validacion_campos"]!.AsObject();
        Assert.Equal(["monto", "telefono", "cedula", "fecha"], judged.Take(4).Select(field => field.Key));
        Assert.Equal(16, judged.Count);
        Assert.Equal(
            """{"valid":true,"format":"decimal","currency":"BS","normalized":"104.54","confianza":0.96,"origen":{"regla":"monto_destacado","palabras":[1]}}""",
            judged["monto"]!.ToJsonString());
        Assert.Equal(
            """{"valid":false,"reason":"Teléfono oculto","masked":true,"confianza":0,"origen":{"regla":"","palabras":[]}}""",
            judged["telefono"]!.ToJsonString(Ocr.ServiceDefaults.Json.OcrJson.Options));
        Assert.True((bool?)judged["cedula"]!["prefix_inferred"]);
        Assert.Equal("2025-06-20", (string?)judged["fecha"]!["parsed"]);
    }

    [Fact]
    public async Task Coordinates_are_left_out_when_the_batch_asked_so()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(withCoordinates: false));
        var data = (await app.GetAsync($"/api/ocr/result/{File}"))["data"]!;
        Assert.Equal("""{"texto":"Personas","confianza":0.95}""", data["palabras_detectadas"]![0]!.ToJsonString());
        Assert.False((bool?)data["info_guardado"]!["coordenadas_incluidas"]);
        Assert.False((bool?)(await app.GetAsync("/api/files/processed"))["files"]![0]!["has_coordinates"]);
    }

    [Fact]
    public async Task An_image_that_is_not_a_receipt_has_a_reason_and_keeps_its_fields()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var read = Messages.Read();
        var judgement = new ReceiptJudgement { Score = 0.02, ReasonCode = "CONVERSACION", Reason = "Parece una conversación, no un recibo.", Against = ["horas de mensajes"] };
        await app.StoreAsync(read with { Extraction = read.Extraction with { IsReceipt = false, Judgement = judgement } });
        var data = (await app.GetAsync($"/api/ocr/result/{File}"))["data"]!;
        Assert.Equal(
            """{"es_recibo":false,"puntaje":0.02,"codigo":"CONVERSACION","motivo":"Parece una conversación, no un recibo.","completo":false,"campos_faltantes":["cedula"],"estado_pago":"desconocido","estado_pago_confianza":0,"recibos_en_imagen":1,"a_favor":[],"en_contra":["horas de mensajes"]}""",
            data["validacion_recibo"]!.ToJsonString(Ocr.ServiceDefaults.Json.OcrJson.Options));
        Assert.Equal("CONVERSACION: Parece una conversación, no un recibo.", (string?)data["processing_metadata"]!["error_messages"]![0]);
        Assert.Equal("104.54", (string?)data["extracted_fields"]!["monto"]);
        var entry = (await app.GetAsync("/api/extract_results"))["resultados"]![0]!;
        Assert.False((bool?)entry["validacion_recibo"]!["es_recibo"]);
        Assert.Equal("104.54", (string?)entry["monto"]);
    }

    [Fact]
    public async Task An_error_result_has_every_key_and_its_reason()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Failed());
        var data = (await app.GetAsync($"/api/ocr/result/{File}"))["data"]!;
        Assert.DoesNotContain(
            JsonShape.Differences(JsonShape.Documented("individual_result"), data),
            difference => !difference.StartsWith("$.validacion_campos.", StringComparison.Ordinal));
        Assert.Equal("IMAGE_UNREADABLE: No se puede leer la imagen", (string?)data["processing_metadata"]!["error_messages"]![0]);
    }

    [Theory]
    [InlineData("no-such-result")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("%252e%252e%252f")]
    public async Task An_unknown_result_is_not_found(string id)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri($"/api/ocr/result/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NOT_FOUND_404", (string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error_code"]);
    }

    [Fact]
    public async Task Processed_files_are_listed_as_documented_latest_first()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(1, 2));
        await app.StoreAsync(Messages.Failed(2, 2));
        var answer = await app.GetAsync("/api/files/processed");
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("files_processed"), answer));
        Assert.Equal([false, true], answer["files"]!.AsArray().Select(file => (bool)file!["has_ocr_data"]!));
        Assert.Equal("Envío de Tpago", (string?)answer["files"]![1]!["fields_extracted"]!["concepto"]);
    }
}
