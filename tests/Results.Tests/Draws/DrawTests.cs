using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Export;
using Ocr.Results.Receipts;
using Ocr.Results.Tests.Reviews;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Results.Tests.Draws;

public sealed class DrawTests : IDisposable
{
    private const string Draw = "/api/draws/20250711/A";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_draw_counts_its_receipts_by_decision_and_review()
    {
        await using var app = await StartAsync();

        var draw = (await app.GetAsync(Draw))["sorteo"]!;

        Assert.Equal(5, draw["recibos"]!.GetValue<int>());
        Assert.Equal("""{"aceptar":0,"revisar":4,"rechazar":1}""", draw["por_decision"]!.ToJsonString());
        Assert.Equal("""{"pendiente":3,"aceptado":1,"rechazado":1}""", draw["por_revision"]!.ToJsonString());
        Assert.Equal((1, 1, 0), (draw["duplicados"]!.GetValue<int>(), draw["corregidos"]!.GetValue<int>(), draw["despues_del_cierre"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Totals_equal_the_sum_of_the_export(string format)
    {
        await using var app = await StartAsync();
        var totals = (await app.GetAsync(Draw))["totales_por_moneda"]!.AsArray().ToDictionary(
            total => total!["moneda"]!.GetValue<string>(), total => decimal.Parse(total!["monto"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        using var response = await app.Client.GetAsync(new Uri($"{Draw}/export?format={format}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        Assert.Equal(["BS", "USD"], totals.Keys);
        if (format == "xlsx")
        {
            var workbook = Workbook.Read(await response.Content.ReadAsStreamAsync());
            Assert.Equal(6, workbook.Rows.Count);
            Assert.All(totals, total => Assert.Equal(total.Value, workbook.Sum("monto", total.Key)));
            return;
        }

        var lines = (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(line => line.Split(';')).ToArray();
        var (amount, currency) = (Array.IndexOf(lines[0], "monto"), Array.IndexOf(lines[0], "moneda"));
        Assert.Equal(6, lines.Length);
        Assert.All(totals, total => Assert.Equal(
            total.Value, lines.Skip(1).Where(line => line[currency] == total.Key).Sum(line => decimal.Parse(line[amount], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Banks_of_a_draw_add_up_to_its_currencies()
    {
        await using var app = await StartAsync();

        var draw = await app.GetAsync(Draw);

        static decimal Sum(JsonNode list, string key) => list.AsArray().Sum(total => decimal.Parse(total![key]!.GetValue<string>(), CultureInfo.InvariantCulture));
        Assert.Equal(Sum(draw["totales_por_moneda"]!, "monto"), Sum(draw["totales_por_banco"]!, "monto"));
        Assert.Equal(104.54m, Sum(draw["totales_por_banco"]!, "monto_aceptado"));
        Assert.Contains(draw["totales_por_banco"]!.AsArray(), total => total!["banco"]!.GetValue<string>() == "BANCO MERCANTIL");
    }

    [Fact]
    public async Task Cells_have_types_and_references_keep_their_zeros()
    {
        await using var app = await StartAsync();
        await using var stream = await app.Client.GetStreamAsync(new Uri($"{Draw}/export?format=xlsx", UriKind.Relative));
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);

        var workbook = Workbook.Read(copy);

        Assert.Equal(("inlineStr", "000000000001"), workbook[1, "referencia"]);
        Assert.Equal(("inlineStr", "04125318244"), workbook[1, "telefono"]);
        Assert.Equal("n", workbook[1, "monto"].Type);
        Assert.Equal(("n", "45828"), workbook[1, "fecha_operacion"]);
        Assert.Equal("aceptado", workbook[1, "revision"].Text);
        Assert.Equal("monto: 104.54 → 200.00", workbook[2, "correcciones"].Text);
        Assert.Equal("=1+1", workbook[3, "concepto"].Text);
        Assert.Equal("cedula", workbook[1, "campos_faltantes"].Text);
    }

    [Fact]
    public async Task A_csv_export_is_guarded_against_formulas()
    {
        await using var app = await StartAsync();

        var text = await app.Client.GetStringAsync(new Uri($"{Draw}/export?format=csv", UriKind.Relative));

        Assert.Contains(";'=1+1;", text, StringComparison.Ordinal);
        Assert.DoesNotContain(";=1+1;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_thousand_rows_are_exported_in_constant_memory()
    {
        const int Rows = 50_000;
        await using var app = await StartAsync();
        await CopyRowsAsync(app, Rows);
        var export = app.Services.GetRequiredService<DrawExport>();
        foreach (var format in (TableFormat[])[TableFormat.Xlsx, TableFormat.Csv])
        {
            using var counter = new CountingStream();
            await export.WriteAsync(counter, new DrawKey("20250712", "B"), format, TenantScope.All);

            Assert.True(counter.Written > Rows * 20, $"{format}: {counter.Written} bytes");
            // The whole table in memory would need far more.
            Assert.True(counter.MaxHeld < 40 * 1024 * 1024, $"{format}: {counter.MaxHeld / 1024 / 1024} MB");
        }
    }

    [Fact]
    public async Task The_cut_off_counts_the_receipts_of_later_messages()
    {
        await using var app = await StartAsync();
        async Task<HttpResponseMessage> SetAsync(string json) =>
            await app.Client.PutAsync(new Uri($"{Draw}/cutoff", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

        using var set = await SetAsync("""{"hora_cierre": "14:29"}""");
        var draw = (await set.Content.ReadFromJsonAsync<JsonObject>())!["sorteo"]!;
        Assert.Equal(("14:29", 5), (draw["hora_cierre"]!.GetValue<string>(), draw["despues_del_cierre"]!.GetValue<int>()));

        using var later = await SetAsync("""{"hora_cierre": "14:30"}""");
        Assert.Equal(0, (await later.Content.ReadFromJsonAsync<JsonObject>())!["sorteo"]!["despues_del_cierre"]!.GetValue<int>());
        using var removed = await SetAsync("""{"hora_cierre": null}""");
        Assert.Null((await removed.Content.ReadFromJsonAsync<JsonObject>())!["sorteo"]!["hora_cierre"]);
        foreach (var wrong in (string[])["{}", """{"hora_cierre": "24:00"}""", """{"hora_cierre": 14}"""])
        {
            using var refused = await SetAsync(wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.NotNull((await refused.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]!["hora_cierre"]);
        }
    }

    [Fact]
    public async Task Draws_are_listed_with_the_latest_first_and_belong_to_a_tenant()
    {
        await using var app = await StartAsync();
        using var other = app.ClientOf("otra");

        var list = await app.GetAsync("/api/draws?limit=1");
        Assert.Equal((2, true, "20250712"), (list["total"]!.GetValue<int>(), list["has_more"]!.GetValue<bool>(), list["sorteos"]![0]!["fechasorteo"]!.GetValue<string>()));
        Assert.Equal("A", (await app.GetAsync("/api/draws?limit=1&offset=1"))["sorteos"]![0]!["numerosorteo"]!.GetValue<string>());
        Assert.Equal(0, (await other.GetFromJsonAsync<JsonObject>(new Uri("/api/draws", UriKind.Relative)))!["total"]!.GetValue<int>());
        foreach (var path in (string[])[Draw, $"{Draw}/export?format=xlsx"])
        {
            using var response = await other.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/draws/20250231/A", "fechasorteo")]
    [InlineData("/api/draws/20250711/AA", "numerosorteo")]
    [InlineData("/api/draws/20250711/A/export?format=pdf", "format")]
    [InlineData("/api/draws?limit=101", "limit")]
    [InlineData("/api/extract_results?fechasorteo=20250711", "numerosorteo")]
    [InlineData("/api/extract_results?fechasorteo=20250711&numerosorteo=A&request_id=x", "request_id")]
    public async Task A_wrong_address_of_a_draw_is_named(string path, string field)
    {
        await using var app = await ResultsApp.StartAsync(_folder);

        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]![field]);
    }

    [Fact]
    public async Task Extract_results_of_a_draw_holds_its_receipts_of_all_batches()
    {
        await using var app = await StartAsync();
        await app.StoreAsync(Messages.Payment(6, "BATCH_20250711_150000_b01", fields: (FieldKeys.Referencia, Messages.Field("000000000006"))));

        var answer = await app.GetAsync("/api/extract_results?fechasorteo=20250711&numerosorteo=A");

        Assert.Equal(6, answer["extraccion_completa"]!["total_archivos"]!.GetValue<int>());
        Assert.Equal([1, 2, 3, 4, 5, 6], answer["resultados"]!.AsArray()
            .Select(entry => int.Parse(entry!["nombre_archivo"]!.GetValue<string>()["recibo-".Length..^".png".Length], CultureInfo.InvariantCulture)).Order());
    }

    private async Task<ResultsApp> StartAsync()
    {
        var app = await ResultsApp.StartAsync(_folder);
        static (string, ExtractedField) Reference(int number) => (FieldKeys.Referencia, Messages.Field($"{number:000000000000}"));
        await app.StoreAsync(Messages.Payment(1, position: 1, size: 6, fields: Reference(1)) is var first
            ? first with { Extraction = first.Extraction with { Judgement = new ReceiptJudgement { Score = 1 } } } : null!);
        await app.StoreAsync(Messages.Payment(2, position: 2, size: 6, fields: [Reference(2), (FieldKeys.BancoOrigen, Messages.Field("BANCO MERCANTIL"))]));
        await app.StoreAsync(Messages.Payment(3, position: 3, size: 6, fields: [Reference(3), (FieldKeys.Concepto, Messages.Field("=1+1"))]));
        await app.StoreAsync(Messages.Payment(4, position: 4, size: 6, fields: [Reference(4), (FieldKeys.Monto, Messages.Field("20.00") with { Currency = "USD" })]));
        await app.StoreAsync(Messages.Payment(5, position: 5, size: 6, image: 1, fields: Reference(1)));
        var other = Messages.Payment(7, position: 6, size: 6, fields: Reference(7));
        await app.StoreAsync(other with { Receipt = other.Receipt with { Metadata = other.Receipt.Metadata with { DrawDate = "20250712", DrawNumber = "B" } } });
        var api = new ReviewApi(app.Client);
        await api.CorrectAsync(ReviewApi.IdOf(2), "monto", "200");
        foreach (var (receipt, decision) in ((int, string)[])[(1, "aceptado"), (5, "rechazado")])
        {
            var id = ReviewApi.IdOf(receipt);
            using var response = await api.DecideAsync(id, (await api.GetAsync(id)).Tag, new { decision, motivo = "prueba" });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        return app;
    }

    private static async Task CopyRowsAsync(ResultsApp app, int rows)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
        var row = await database.Receipts.AsNoTracking().SingleAsync(receipt => receipt.DrawDate == "20250712");
        for (var number = 1; number < rows; number++)
        {
            var copy = (Receipts.ReceiptIndexRow)database.Entry(row).CurrentValues.Clone().ToObject();
            (copy.Id, copy.ReceiptId) = (0, new Guid(number, 9, 0, new byte[8]));
            database.Receipts.Add(copy);
            if (number % 5000 == 0 || number == rows - 1)
            {
                await database.SaveChangesAsync();
                database.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Counts the written bytes and samples the memory in use.</summary>
    private sealed class CountingStream : Stream
    {
        private const long Period = 1_000_000;
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private long _looked;

        public long Written { get; private set; }

        public long MaxHeld { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Written += count;
            if (Written - _looked > Period)
            {
                _looked = Written;
                MaxHeld = Math.Max(MaxHeld, GC.GetTotalMemory(forceFullCollection: true) - _before);
            }
        }
    }
}
