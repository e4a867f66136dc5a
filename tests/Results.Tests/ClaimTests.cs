using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Storing;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class ClaimTests : IDisposable
{
    private const string First = "BATCH_20250711_143052_a01";
    private const string Second = "BATCH_20250711_153052_b02";
    private static readonly int[] Positions = [1, 2, 3, 4];
    // Few ticks of the loops, because the clock of the test runs all of them.
    private static readonly (string, string)[] OneDay = [("CLAIM_RETENTION_DAYS", "1"), ("SWEEP_SECONDS", "60")];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_document_of_the_later_receipt_marks_a_payment_sent_twice()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1, First));
        await app.StoreAsync(Messages.Payment(2, Second, fields: (FieldKeys.Concepto, Messages.Field("otro recorte"))));
        const string Mark = """{"nombre_archivo":"recibo-1.png","request_id":"BATCH_20250711_143052_a01","codigo":"MISMA_REFERENCIA","motivo":"Un recibo anterior tiene el mismo banco y la misma referencia."}""";

        var data = (await app.GetAsync($"/api/ocr/result/{Second}_recibo-2.png"))["data"]!;
        Assert.Equal(Mark, data["duplicado_de"]!.ToJsonString());
        Assert.Null(data["posible_duplicado"]);
        Assert.Equal((await app.RowsAsync())[1].DocumentBytes, (int?)data["info_guardado"]!["size_bytes"]);
        Assert.Equal(Encoding.UTF8.GetByteCount((await app.RowsAsync())[1].Document), (int?)data["info_guardado"]!["size_bytes"]);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("individual_result"), data));
        Assert.Equal(Mark, (await app.GetAsync("/api/extract_results"))["resultados"]![0]!["duplicado_de"]!.ToJsonString());
        var files = (await app.GetAsync("/api/files/processed"))["files"]!;
        Assert.Equal(Mark, files[0]!["duplicado_de"]!.ToJsonString());
        Assert.Null(files[1]!["duplicado_de"]);
        Assert.Null((await app.GetAsync($"/api/ocr/result/{First}_recibo-1.png"))["data"]!["duplicado_de"]);
        var csv = await app.Client.GetStringAsync(new Uri("/api/extract_results?format=csv", UriKind.Relative));
        Assert.Contains($";recibo-1.png;{First};;;BS;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_image_is_a_duplicate_whatever_was_read_in_it()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1, First, image: 7));
        await app.StoreAsync(Messages.Payment(2, Second, image: 7, fields: (FieldKeys.Referencia, Messages.Field("000000999999"))));
        Assert.Equal([DuplicateKind.None, DuplicateKind.SameImage], await KindsAsync(app));
    }

    [Fact]
    public async Task A_duplicate_leads_to_the_first_of_all_also_by_what_only_it_shows()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1, "B1", image: 7, fields: (FieldKeys.Referencia, new ExtractedField { Value = "" })));
        await app.StoreAsync(Messages.Payment(2, "B2", image: 7));
        await app.StoreAsync(Messages.Payment(3, "B3"));
        await app.StoreAsync(Messages.Payment(4, "B4", image: 3));
        var rows = await app.RowsAsync();
        Assert.Equal([DuplicateKind.None, DuplicateKind.SameImage, DuplicateKind.SameReference, DuplicateKind.SameImage], rows.Select(row => row.Duplicate));
        Assert.All(rows.Skip(1), row => Assert.Equal(rows[0].ReceiptId, row.DuplicateOf));
    }

    [Fact]
    public async Task A_redelivered_receipt_is_not_a_duplicate_of_itself()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var messages = Enumerable.Range(0, 20).Select(_ => Messages.Payment(1, First));
        await Task.WhenAll(messages.Select(app.PublishAsync));
        await Probe.UntilAsync(() => app.Published.Count >= 20);
        await app.StoreAsync(Messages.Payment(1, Second));
        Assert.Equal([DuplicateKind.None, DuplicateKind.None], await KindsAsync(app));
    }

    [Fact]
    public async Task What_could_not_be_read_may_be_sent_again()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var payment = Messages.Payment(2, Second);
        var failed = Messages.Failed(batch: First);
        await app.StoreAsync(failed with { Receipt = failed.Receipt with { Sha256 = payment.Receipt.Sha256 } });
        await app.StoreAsync(payment);
        Assert.Equal([DuplicateKind.None, DuplicateKind.None], await KindsAsync(app));
    }

    [Fact]
    public async Task In_a_batch_the_first_to_arrive_is_the_first_in_whatever_order_they_are_read()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var number = 0;
        await Gen.Shuffle(Positions).SampleAsync(
            async order =>
            {
                var run = Interlocked.Increment(ref number);
                var reference = (FieldKeys.Referencia, Messages.Field($"{90000000 + run}"));
                foreach (var position in order)
                {
                    // 1 and 3 are one image, 2 is another of the same payment, 4 is one digit apart.
                    var message = Messages.Payment((run * 10) + position, $"B{run}", position, 4, position is 1 or 3 ? run * 10 : null, fields: reference);
                    message = position == 4
                        ? Messages.Payment((run * 10) + 4, $"B{run}", 4, 4, fields: [(FieldKeys.Referencia, Messages.Field($"{90000000 + run}1")), (FieldKeys.Monto, Messages.Field($"{run}.00"))])
                        : message with { Extraction = message.Extraction with { Fields = new Dictionary<string, ExtractedField>(message.Extraction.Fields) { [FieldKeys.Monto] = Messages.Field($"{run}.00") } } };
                    await StoreAsync(app, message);
                }

                var rows = (await app.RowsAsync()).Where(row => row.RequestId == $"B{run}").OrderBy(row => row.Position).ToList();
                Assert.Equal(
                    [DuplicateKind.None, DuplicateKind.SameReference, DuplicateKind.SameImage, DuplicateKind.SimilarReference],
                    rows.Select(row => row.Duplicate));
                Assert.All(rows.Skip(1), row => Assert.Equal(rows[0].ReceiptId, row.DuplicateOf));
                Assert.All(rows.Skip(1), row => Assert.Contains($"recibo-{(run * 10) + 1}.png", row.Consolidated, StringComparison.Ordinal));
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public async Task A_near_miss_is_a_possible_duplicate()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1, First));
        await app.StoreAsync(Messages.Payment(2, Second, fields: (FieldKeys.Referencia, Messages.Field("003039387354"))));
        var entry = (await app.GetAsync("/api/extract_results"))["resultados"]![0]!;
        Assert.Null(entry["duplicado_de"]);
        Assert.Equal(
            ("recibo-1.png", First, "REFERENCIA_PARECIDA"),
            ((string)entry["posible_duplicado"]!["nombre_archivo"]!, (string)entry["posible_duplicado"]!["request_id"]!, (string)entry["posible_duplicado"]!["codigo"]!));
        // It is a separate payment: a repetition of it is a duplicate of it, not of the similar one.
        await app.StoreAsync(Messages.Payment(3, "B3", fields: (FieldKeys.Referencia, Messages.Field("003039387354"))));
        Assert.Equal("recibo-2.png", (string?)(await app.GetAsync("/api/extract_results?request_id=B3"))["resultados"]![0]!["duplicado_de"]!["nombre_archivo"]);
    }

    [Fact]
    public async Task Claims_outlive_restarts_and_results_but_not_their_retention()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using (var before = await ResultsApp.StartAsync(_folder, time, OneDay))
        {
            await StoreAsync(before, Messages.Payment(1, First));
            await using var database = await ContextAsync(before);
            await database.Results.ExecuteDeleteAsync();
            await database.Batches.ExecuteDeleteAsync();
        }

        await using var app = await ResultsApp.StartAsync(_folder, time, OneDay);
        time.Advance(TimeSpan.FromDays(1));
        await StoreAsync(app, Messages.Payment(2, "B2"));
        time.Advance(TimeSpan.FromMilliseconds(1));
        await StoreAsync(app, Messages.Payment(3, "B3"));
        await StoreAsync(app, Messages.Payment(4, "B4"));
        Assert.Equal([DuplicateKind.SameReference, DuplicateKind.None, DuplicateKind.SameReference], await KindsAsync(app));
        Assert.Contains("recibo-3.png", (await app.RowsAsync())[2].Consolidated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expired_claims_are_removed_every_hour()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time, OneDay);
        await StoreAsync(app, Messages.Payment(1, First));
        time.Advance(TimeSpan.FromHours(22));
        await StoreAsync(app, Messages.Payment(2, Second, fields: (FieldKeys.Referencia, Messages.Field("555555555555"))));
        await using var database = await ContextAsync(app);
        Assert.Equal((4, 2), (await database.Claims.CountAsync(), await database.Payments.CountAsync()));
        await Probe.UntilAsync(async () => await database.Claims.CountAsync() == 2, () =>
        {
            time.Advance(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        });
        await Probe.UntilAsync(async () => await database.Payments.CountAsync() == 1);
        Assert.All(await database.Claims.ToListAsync(), claim => Assert.Equal("recibo-2.png", claim.StoredName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_concurrent_copies_at_two_hosts_exactly_one_is_the_original(bool sameImage)
    {
        const int Copies = 24;
        await using var one = await ResultsApp.StartAsync(_folder);
        await using var other = await ResultsApp.StartAsync(_folder);
        var stores = new[] { one, other }.Select(app => app.Services.GetRequiredService<ResultStore>()).ToArray();
        await Task.WhenAll(Enumerable.Range(1, Copies).Select(number => Task.Run(() => stores[number % 2].StoreAsync(
            CompletedReceipt.Of(Messages.Payment(
                number, $"B{number}", image: sameImage ? 1 : null,
                fields: (FieldKeys.Referencia, Messages.Field(sameImage ? $"{number}7777777" : "003039387344")))),
            CancellationToken.None))));
        var rows = await one.RowsAsync();
        var first = Assert.Single(rows, row => row.Duplicate == DuplicateKind.None);
        Assert.Equal(Copies - 1, rows.Count(row => row.DuplicateOf == first.ReceiptId && row.Duplicate == (sameImage ? DuplicateKind.SameImage : DuplicateKind.SameReference)));
        Assert.All(rows, row => Assert.Equal(
            row.Duplicate == DuplicateKind.None ? null : first.StoredName, (string?)JsonNode.Parse(row.Consolidated)!["duplicado_de"]?["nombre_archivo"]));
    }

    [Fact]
    public async Task Of_two_concurrent_near_misses_one_is_marked()
    {
        await using var one = await ResultsApp.StartAsync(_folder);
        await using var other = await ResultsApp.StartAsync(_folder);
        var pairs = Enumerable.Range(1, 12).ToArray();
        await Task.WhenAll(pairs.SelectMany(pair => new[] { (one, pair * 2, "3"), (other, (pair * 2) + 1, "4") }, (pair, side) => Task.Run(() => StoreAsync(
            side.Item1,
            Messages.Payment(side.Item2, $"B{side.Item2}", fields: [(FieldKeys.Referencia, Messages.Field($"{pair}0000000{side.Item3}")), (FieldKeys.Monto, Messages.Field($"{pair}.00"))])))));
        var marked = (await one.RowsAsync()).Where(row => row.Duplicate == DuplicateKind.SimilarReference).ToList();
        Assert.Equal(pairs.Length, marked.Count);
        Assert.Equal(pairs.Length, marked.Select(row => JsonNode.Parse(row.Consolidated)!["monto"]!.ToString()).Distinct().Count());
    }

    private static Task<StoredResult?> StoreAsync(ResultsApp app, FieldsExtracted message) =>
        app.Services.GetRequiredService<ResultStore>().StoreAsync(CompletedReceipt.Of(message), CancellationToken.None);

    private static Task<ResultsDbContext> ContextAsync(ResultsApp app) =>
        app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();

    private static async Task<IEnumerable<DuplicateKind>> KindsAsync(ResultsApp app) => (await app.RowsAsync()).Select(row => row.Duplicate);
}
