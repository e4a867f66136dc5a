using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Results.Tests.Reviews;
using Ocr.Testing;

namespace Ocr.Results.Tests.Search;

public sealed class SearchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("referencia=100000000002", "2")]
    [InlineData("referencia=0002", "2")]
    [InlineData("referencia=0000-0002", "2")]
    [InlineData("telefono=0414-0000003", "3")]
    [InlineData("telefono=%2B58 414 0000003", "3")]
    [InlineData("telefono=0003", "3")]
    [InlineData("cedula=V-20000004", "4")]
    [InlineData("cedula=20.000.004", "4")]
    [InlineData("monto=11.165,04", "5")]
    [InlineData("monto=11165,04", "5")]
    [InlineData("remitente=JOSÉ", "6")]
    [InlineData("remitente=perez", "6")]
    [InlineData("idWhatsapp=700000@lid", "7")]
    [InlineData("idWhatsapp=700000", "7")]
    [InlineData("archivo=RECIBO-8", "8")]
    [InlineData("numerosorteo=b&fechasorteo=12/07/2025", "9")]
    [InlineData("banco=mercantil", "10")]
    [InlineData("banco=BANCO DE VENEZUELA&limit=200", "11 9 8 7 6 5 4 3 2 1")]
    [InlineData("fecha_operacion=2025-06-21", "11")]
    [InlineData("fechasorteo=20250712", "9")]
    [InlineData("completo=true", "")]
    [InlineData("duplicado=true", "")]
    [InlineData("estado=aceptado", "1")]
    [InlineData("estado_pago=realizado", "2")]
    [InlineData("desde=2020-01-01&hasta=2020-01-02", "")]
    [InlineData("decision=aceptar", "")]
    [InlineData("desde=0001-01-01&hasta=9999-12-31&numerosorteo=B", "9")]
    [InlineData("monto=104,54&remitente=juan&numerosorteo=A&banco=venezuela&estado=pendiente", "11 8 7 4 3 2")]
    public async Task A_receipt_is_found_by_each_search_parameter(string query, string found)
    {
        await using var app = await StartAsync();

        var answer = await app.GetAsync($"/api/receipts?{query}");

        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), Names(answer));
        using var other = app.ClientOf("otra");
        Assert.Empty((await other.GetFromJsonAsync<JsonObject>(new Uri($"/api/receipts?{query}", UriKind.Relative)))!["receipts"]!.AsArray());
    }

    [Theory]
    [InlineData("recientes")]
    [InlineData("riesgo")]
    public async Task Pages_hold_every_receipt_once_while_others_arrive(string order)
    {
        await using var app = await StartAsync();
        var all = Names(await app.GetAsync($"/api/receipts?orden={order}"));

        var (seen, cursor, pages) = (new List<string>(), "", 0);
        do
        {
            var page = await app.GetAsync($"/api/receipts?orden={order}&limit=3{cursor}");
            seen.AddRange(Names(page));
            cursor = page["next_cursor"] is { } next ? $"&cursor={next.GetValue<string>()}" : "";
            if (pages++ == 0)
            {
                await app.StoreAsync(Messages.Payment(50, "BATCH_20250711_160000_c01", fields: Reference(50)));
            }
        }
        while (cursor.Length > 0);

        Assert.Equal(all, seen.Where(name => name != "50"));
        Assert.Equal(seen.Distinct(), seen);
    }

    [Theory]
    [InlineData("monto=mucho", "monto")]
    [InlineData("referencia=1", "referencia")]
    [InlineData("fechasorteo=20250231", "fechasorteo")]
    [InlineData("estado=listo", "estado")]
    [InlineData("orden=azar", "orden")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("desde=ayer", "desde")]
    [InlineData("numero=1", "numero")]
    [InlineData("cursor=MS4xLjIuMw", "cursor")]
    [InlineData("cursor=%C3%B1", "cursor")]
    public async Task A_wrong_parameter_is_named(string query, string field)
    {
        await using var app = await ResultsApp.StartAsync(_folder);

        using var response = await app.Client.GetAsync(new Uri($"/api/receipts?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]![field]);
    }

    [Fact]
    public async Task A_cursor_belongs_to_one_search()
    {
        await using var app = await StartAsync();
        var page = await app.GetAsync("/api/receipts?limit=2");

        using var response = await app.Client.GetAsync(
            new Uri($"/api/receipts?limit=2&banco=mercantil&cursor={page["next_cursor"]!.GetValue<string>()}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Maria🌹", "maria")]
    [InlineData("Ana Maria🌹", "maria")]
    [InlineData("Maria🇻🇪", "mar")]
    public async Task A_name_is_found_by_its_start_whatever_follows(string name, string typed)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(metadata: usual => usual with { SenderName = name }));

        Assert.Single((await app.GetAsync($"/api/receipts?remitente={typed}"))["receipts"]!.AsArray());
    }

    [Fact]
    public async Task A_corrected_receipt_is_found_by_the_stated_value()
    {
        await using var app = await StartAsync();
        await new ReviewApi(app.Client).CorrectAsync(ReviewApi.IdOf(2), "referencia", "555500001111");

        Assert.Equal(["2"], Names(await app.GetAsync("/api/receipts?referencia=1111")));
        Assert.Empty(Names(await app.GetAsync("/api/receipts?referencia=0002")));
    }

    private static (string, ExtractedField) Reference(int number) => (FieldKeys.Referencia, Messages.Field($"1000000{number:00000}"));

    private static IReadOnlyList<string> Names(JsonObject answer) =>
        [.. answer["receipts"]!.AsArray().Select(receipt => receipt!["nombre_archivo"]!.GetValue<string>()["recibo-".Length..^".png".Length])];

    private async Task<ResultsApp> StartAsync()
    {
        var app = await ResultsApp.StartAsync(_folder);
        for (var number = 1; number <= 11; number++)
        {
            await app.StoreAsync(Special(number, Messages.Payment(number, position: number, size: 20, fields: Fields(number))));
        }

        var api = new ReviewApi(app.Client);
        using var response = await api.DecideAsync(ReviewApi.IdOf(1), (await api.GetAsync(ReviewApi.IdOf(1))).Tag, new { decision = "aceptado" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return app;
    }

    private static (string, ExtractedField)[] Fields(int number) =>
    [
        Reference(number),
        (FieldKeys.Telefono, Messages.Field($"041400000{number:00}")),
        (FieldKeys.Cedula, Messages.Field($"V-200000{number:00}")),
        .. number == 5 ? [(FieldKeys.Monto, Messages.Field("11165.04"))] : Array.Empty<(string, ExtractedField)>(),
        .. number == 10 ? [(FieldKeys.BancoOrigen, Messages.Field("BANCO MERCANTIL"))] : Array.Empty<(string, ExtractedField)>(),
        .. number == 11 ? [(FieldKeys.FechaOperacion, Messages.Field("21/06/2025"))] : Array.Empty<(string, ExtractedField)>(),
    ];

    private static FieldsExtracted Special(int number, FieldsExtracted message)
    {
        var metadata = message.Receipt.Metadata;
        metadata = number switch
        {
            6 => metadata with { SenderName = "José Pérez" },
            7 => metadata with { WhatsappId = "700000@lid" },
            9 => metadata with { DrawNumber = "B", DrawDate = "20250712" },
            _ => metadata,
        };
        return message with
        {
            Receipt = message.Receipt with { Metadata = metadata },
            Extraction = number == 2
                ? message.Extraction with { Judgement = new ReceiptJudgement { Score = 1, State = PaymentStates.Done } }
                : message.Extraction,
        };
    }
}
