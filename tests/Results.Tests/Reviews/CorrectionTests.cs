using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Projection;
using Ocr.Testing;

namespace Ocr.Results.Tests.Reviews;

/// <summary>Values that people enter in addition to the values that were read.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Again = "BATCH_20250711_150000_b01";
    private static readonly string Id = ReviewApi.IdOf(1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("monto", "11.165,04", "11165.04")]
    [InlineData("monto", "Bs. 1200", "1200.00")]
    [InlineData("telefono", "0414-061.13.28", "04140611328")]
    [InlineData("telefono", "+58 414 0611328", "04140611328")]
    [InlineData("cedula", "v33759713", "V-33759713")]
    [InlineData("fecha_operacion", "2025-06-21", "21/06/2025")]
    [InlineData("hora_operacion", "2:30 pm", "14:30")]
    [InlineData("banco_origen", "0105", "BANCO MERCANTIL")]
    [InlineData("banco_destino", "banesco", "BANESCO")]
    [InlineData("referencia", "004536875428", "004536875428")]
    [InlineData("concepto", " pago de la rifa ", "pago de la rifa")]
    [InlineData("tipo_transaccion", "Pago móvil", "Pago móvil")]
    public async Task A_correction_is_normalized_and_stored_beside_the_read_value(string field, string typed, string value)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var api = new ReviewApi(app.Client);
        var read = JsonNode.Parse((await app.RowsAsync()).Single().Document)!["extracted_fields"]!.ToJsonString();

        var body = await api.CorrectAsync(Id, field, typed);

        Assert.Equal(value, body["receipt"]!["campos"]![field]!.GetValue<string>());
        var row = Assert.Single(await app.RowsAsync());
        Assert.Equal(read, JsonNode.Parse(row.Document)!["extracted_fields"]!.ToJsonString());
        foreach (var document in (string[])[row.Document, row.Consolidated])
        {
            var correction = Assert.Single(JsonNode.Parse(document)!["correcciones"]!.AsArray())!;
            Assert.Equal((field, value), (correction["campo"]!.GetValue<string>(), correction["valor"]!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("monto", "mucho")]
    [InlineData("monto", "12,3,4")]
    [InlineData("monto", "-5")]
    [InlineData("monto", "0")]
    [InlineData("telefono", "04991234567")]
    [InlineData("telefono", "0414****328")]
    [InlineData("cedula", "V-12")]
    [InlineData("fecha_operacion", "31/02/2025")]
    [InlineData("fecha_operacion", "01/01/2099")]
    [InlineData("hora_operacion", "25:00")]
    [InlineData("banco_origen", "BANCO QUE NO EXISTE")]
    [InlineData("referencia", "12")]
    [InlineData("referencia", "123456 y 7")]
    [InlineData("saldo", "1")]
    public async Task A_value_without_the_form_of_its_field_is_refused_with_the_field_named(string field, string typed)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));

        using var response = await new ReviewApi(app.Client).CorrectAsync(
            Id, "\"1\"", new { campos = new Dictionary<string, string> { [field] = typed, ["concepto"] = "rifa" } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = (await response.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]!.AsObject();
        Assert.Equal([field], errors.Select(error => error.Key));
        Assert.Equal("[]", JsonNode.Parse((await app.RowsAsync()).Single().Document)!["correcciones"]!.ToJsonString());
    }

    [Fact]
    public async Task A_correction_can_be_withdrawn_and_every_step_stays_in_the_log()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var api = new ReviewApi(app.Client);
        await api.CorrectAsync(Id, "monto", "200");
        await api.CorrectAsync(Id, "monto", "");
        var body = await api.CorrectAsync(Id, "monto", null);

        Assert.Equal("104.54", body["receipt"]!["campos"]!["monto"]!.GetValue<string>());
        Assert.Empty(body["receipt"]!["correcciones"]!.AsArray());
        var steps = (await app.GetAsync($"/api/receipts/{Id}/audit"))["eventos"]!.AsArray().Select(entry => entry!["datos"]!["cambios"]![0]!).ToList();
        Assert.Equal(["104.54", "", "200.00"], steps.Select(step => step["valor"]!.GetValue<string>()));
        Assert.Equal(["", "200.00", "104.54"], steps.Select(step => step["anterior"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Corrections_complete_a_receipt()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Judged(Messages.Payment(1, fields: [(FieldKeys.Cedula, Messages.Field("")), (FieldKeys.BancoDestino, Messages.Field(""))])));
        var api = new ReviewApi(app.Client);
        Assert.False((await api.GetAsync(Id)).Body["receipt"]!["completo"]!.GetValue<bool>());

        var body = await api.CorrectAsync(Id, "cedula", "V-26749097");

        Assert.True(body["receipt"]!["completo"]!.GetValue<bool>());
        Assert.Empty(body["receipt"]!["campos_faltantes"]!.AsArray());
    }

    [Fact]
    public async Task Corrections_and_review_stay_when_the_receipt_is_read_again()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var api = new ReviewApi(app.Client);
        await api.CorrectAsync(Id, "monto", "200,00");
        using (var decided = await api.DecideAsync(Id, (await api.GetAsync(Id)).Tag, new { decision = "aceptado" }))
        {
            Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        }

        var again = Messages.Payment(1, Again, fields: (FieldKeys.Monto, Messages.Field("104.50")));
        await app.StoreAsync(again with { Batch = again.Batch with { RereadBy = "Rosa", Profile = "high_confidence" } });

        var (body, _) = await api.GetAsync(Id);
        var receipt = body["receipt"]!;
        Assert.Equal((Again, "200.00", "aceptado"),
            (receipt["request_id"]!.GetValue<string>(), receipt["campos"]!["monto"]!.GetValue<string>(), receipt["revision"]!["estado"]!.GetValue<string>()));
        Assert.Equal("104.50", receipt["correcciones"]![0]!["leido"]!.GetValue<string>());
        Assert.Null(receipt["duplicado"]);
        Assert.All(await app.RowsAsync(), row => Assert.Equal(DuplicateKind.None, row.Duplicate));
        Assert.All(await app.RowsAsync(), row => Assert.Equal("aceptado", JsonNode.Parse(row.Document)!["revision"]!["estado"]!.GetValue<string>()));
        var entry = (await app.GetAsync($"/api/receipts/{Id}/audit"))["eventos"]![0]!;
        Assert.Equal(("relectura", "Rosa"), (entry["accion"]!.GetValue<string>(), entry["persona"]!.GetValue<string>()));
        Assert.Equal("104.54", entry["datos"]!["anterior_campos"]!["monto"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_second_reading_that_fails_does_not_replace_the_first()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var read = Messages.Payment(1);
        await app.StoreAsync(Messages.Failed(batch: Again) with { Receipt = read.Receipt });

        var (body, _) = await new ReviewApi(app.Client).GetAsync(Id);

        Assert.Equal(Messages.Batch, body["receipt"]!["request_id"]!.GetValue<string>());
        Assert.Equal(Messages.Batch, (await app.GetAsync($"/api/ocr/result/{Id}"))["data"]!["request_id"]!.GetValue<string>());
        Assert.Equal("relectura", (await app.GetAsync($"/api/receipts/{Id}/audit"))["eventos"]![0]!["accion"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_later_mark_of_a_duplicate_gives_the_receipt_another_version()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(2, position: 2, size: 2, image: 7));
        var (_, tag) = await new ReviewApi(app.Client).GetAsync(ReviewApi.IdOf(2));
        await app.StoreAsync(Messages.Payment(1, position: 1, size: 2, image: 7));

        using var response = await new ReviewApi(app.Client).DecideAsync(ReviewApi.IdOf(2), tag, new { decision = "aceptado" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        var current = (await response.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["receipt"]!;
        Assert.Equal((Id, true), (current["duplicado"]!["receipt_id"]!.GetValue<string>(), current["duplicado"]!["seguro"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Results_of_an_earlier_release_get_their_rows()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var (before, _) = await new ReviewApi(app.Client).GetAsync(Id);
        await using (var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync())
        {
            await database.Receipts.ExecuteDeleteAsync();
        }

        Assert.Equal(1, await app.Services.GetRequiredService<ReceiptBackfill>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await app.Services.GetRequiredService<ReceiptBackfill>().RunAsync(CancellationToken.None));

        Assert.Equal(before.ToJsonString(), (await new ReviewApi(app.Client).GetAsync(Id)).Body.ToJsonString());
    }

    private static FieldsExtracted Judged(FieldsExtracted message) => message with
    {
        Extraction = message.Extraction with
        {
            MissingFields = [FieldKeys.Cedula, FieldKeys.BancoDestino],
            Judgement = new ReceiptJudgement { Score = 1, State = PaymentStates.Done },
        },
    };
}
