using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Json;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class DecisionTests : IDisposable
{
    private const string First = "BATCH_20250711_143052_a01";
    private const string Second = "BATCH_20250711_153052_b02";
    private static readonly ReceiptDecision Accepted = new() { Verdict = Verdicts.Accept, PolicyVersion = "1.0.0" };
    private static readonly ReceiptDecision Reviewed = Accepted with
    {
        Verdict = Verdicts.Review,
        Reasons = [new DecisionReason { Code = "CAMPO_DUDOSO", Text = "El monto es de lectura dudosa.", Field = FieldKeys.Monto }],
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Decision_state_and_currency_stand_in_every_document()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var judgement = new ReceiptJudgement { Score = 1, State = PaymentStates.Pending, StateText = "En proceso", StateConfidence = 0.93, ReceiptsInImage = 2 };
        await app.StoreAsync(Decided(Messages.Payment(1, First), Reviewed, judgement));

        const string Decision = """{"valor":"revisar","motivos":[{"codigo":"CAMPO_DUDOSO","motivo":"El monto es de lectura dudosa.","campo":"monto"}]}""";
        var data = (await app.GetAsync($"/api/ocr/result/{First}_recibo-1.png"))["data"]!;
        var entry = (await app.GetAsync("/api/extract_results"))["resultados"]![0]!;
        var file = (await app.GetAsync("/api/files/processed"))["files"]![0]!;
        foreach (var document in new[] { data, entry, file })
        {
            Assert.Equal(Decision, document["decision"]!.ToJsonString(OcrJson.Options));
            Assert.Equal("BS", (string?)document["moneda"]);
        }

        foreach (var validation in new[] { data["validacion_recibo"]!, entry["validacion_recibo"]! })
        {
            Assert.Equal(
                ("pendiente", "En proceso", 0.93, 2),
                ((string)validation["estado_pago"]!, (string)validation["estado_pago_texto"]!, (double)validation["estado_pago_confianza"]!, (int)validation["recibos_en_imagen"]!));
        }

        Assert.Equal(("pendiente", 2), ((string)file["estado_pago"]!, (int)file["recibos_en_imagen"]!));
        var csv = await app.Client.GetStringAsync(new Uri("/api/extract_results?format=csv", UriKind.Relative));
        Assert.Contains(";moneda;estado_pago;recibos_en_imagen;decision;decision_motivos\r\n", csv, StringComparison.Ordinal);
        Assert.EndsWith(";BS;pendiente;2;revisar;CAMPO_DUDOSO: El monto es de lectura dudosa.\r\n", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("003039387344", Verdicts.Reject, "MISMA_REFERENCIA")]
    [InlineData("0030393873", Verdicts.Review, "REFERENCIA_PARCIAL")]
    public async Task A_duplicate_makes_the_decision_of_the_later_receipt_stricter(string reference, string verdict, string code)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Decided(Messages.Payment(1, First), Accepted));
        await app.StoreAsync(Decided(Messages.Payment(2, Second, fields: (FieldKeys.Referencia, Messages.Field(reference))), Accepted));
        Assert.Equal([(Verdicts.Accept, ""), (verdict, code)], await DecisionsAsync(app));
    }

    [Fact]
    public async Task A_receipt_whose_mark_changes_is_decided_anew_from_its_own_decision()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        // Stored in another order than arrival: the second is first a duplicate of the third, then the first of the batch is the original.
        await app.StoreAsync(Decided(Messages.Payment(2, First, 2, 3), Reviewed));
        await app.StoreAsync(Decided(Messages.Payment(3, First, 3, 3, fields: (FieldKeys.Referencia, Messages.Field("003039387345"))), Accepted));
        Assert.Equal([(Verdicts.Review, "CAMPO_DUDOSO"), (Verdicts.Review, "REFERENCIA_PARECIDA")], await DecisionsAsync(app));
        await app.StoreAsync(Decided(Messages.Payment(1, First, 1, 3), Accepted));
        Assert.Equal(
            [(Verdicts.Reject, "MISMA_REFERENCIA"), (Verdicts.Review, "REFERENCIA_PARECIDA"), (Verdicts.Accept, "")], await DecisionsAsync(app));
    }

    [Fact]
    public async Task A_possible_duplicate_that_turns_out_to_be_one_is_rejected()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Decided(Messages.Payment(1, "B0", fields: (FieldKeys.Referencia, Messages.Field("003039387345"))), Accepted));
        await app.StoreAsync(Decided(Messages.Payment(3, First, 2, 2), Reviewed));
        Assert.Equal((Verdicts.Review, "REFERENCIA_PARECIDA CAMPO_DUDOSO"), (await DecisionsAsync(app))[1]);
        await app.StoreAsync(Decided(Messages.Payment(2, First, 1, 2), Reviewed));
        Assert.Equal((Verdicts.Reject, "MISMA_REFERENCIA"), (await DecisionsAsync(app))[1]);
    }

    [Fact]
    public async Task The_policy_of_the_extractor_decides_the_verdict_of_a_duplicate()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var lax = Reviewed with { WhenDuplicate = Verdicts.Review };
        await app.StoreAsync(Decided(Messages.Payment(1, First), lax));
        await app.StoreAsync(Decided(Messages.Payment(2, Second), lax));
        Assert.Equal((Verdicts.Review, "MISMA_REFERENCIA CAMPO_DUDOSO"), (await DecisionsAsync(app))[1]);
    }

    [Fact]
    public void The_stricter_of_policy_and_duplicate_wins_with_the_reasons_that_lead_to_it() => Gen.Select(
        Gen.OneOfConst([.. Verdicts.All]), Gen.OneOfConst([.. Verdicts.All]), Gen.Bool, Gen.Bool).Sample((own, repeated, isMarked, isSure) =>
        {
            var mark = isMarked ? DuplicateMark.Of(isSure ? DuplicateKind.SameImage : DuplicateKind.PartialReference, "a.png", First) : null;
            var decision = Reviewed with { Verdict = own, WhenDuplicate = isSure ? repeated : Verdicts.Accept, WhenPossibleDuplicate = isSure ? Verdicts.Accept : repeated };
            var combined = CombinedDecision.Of(decision, isSure ? mark : null, isSure ? null : mark);
            var (left, right) = (Verdicts.All.ToList().IndexOf(own), isMarked ? Verdicts.All.ToList().IndexOf(repeated) : 0);
            return combined.Verdict == Verdicts.All[Math.Max(left, right)]
                && combined.Reasons.Any(reason => reason.Code == mark?.Code) == (isMarked && right > 0 && right >= left)
                && combined.Reasons.Any(reason => reason.Code == "CAMPO_DUDOSO") == (left >= right);
        });

    [Fact]
    public async Task A_receipt_without_a_decision_is_reviewed()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1, First));
        await app.StoreAsync(Messages.Failed(1, 1, Second));
        Assert.Equal([(Verdicts.Review, "SIN_DECISION"), (Verdicts.Review, "SIN_LECTURA")], await DecisionsAsync(app));
    }

    [Fact]
    public async Task A_result_of_an_earlier_release_can_still_be_marked_and_gets_no_decision()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(2, First, 2, 2));
        await using (var database = await app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync())
        {
            var row = await database.Results.SingleAsync();
            row.Decision = null;
            row.Document = Without(row.Document);
            row.Consolidated = Without(row.Consolidated);
            row.Listing = Without(row.Listing);
            await database.SaveChangesAsync();
        }

        await app.StoreAsync(Decided(Messages.Payment(1, First, 1, 2), Accepted));
        var old = (await app.RowsAsync())[0];
        Assert.Equal(DuplicateKind.SameReference, old.Duplicate);
        Assert.All([old.Document, old.Consolidated, old.Listing], json => Assert.Null(JsonNode.Parse(json)!["decision"]));
    }

    [Theory]
    [InlineData("003039387344", "0030393873", "20/06/2025", "REFERENCIA_PARCIAL")]
    [InlineData("003039387344", "0030393873", "20/06/2020", "REFERENCIA_PARCIAL")]
    [InlineData("409912345678", "4099123", "20/06/2025", "REFERENCIA_PARCIAL")]
    [InlineData("409912345678", "", "20/06/2025", "REFERENCIA_NO_LEIDA")]
    [InlineData("TRX00A41185234B", "trx00a41185234b", "20/06/2025", "MISMA_REFERENCIA")]
    public async Task A_crop_of_an_earlier_receipt_is_a_possible_duplicate(string reference, string cut, string date, string code)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Decided(Messages.Payment(1, First, fields: (FieldKeys.Referencia, Messages.Field(reference))), Accepted));
        var parsed = $"{date[6..]}-06-20";
        await app.StoreAsync(Decided(Messages.Payment(2, Second, fields:
        [
            (FieldKeys.Referencia, cut.Length == 0 ? new ExtractedField { Value = "" } : Messages.Field(cut)),
            (FieldKeys.FechaOperacion, Messages.Field(date) with { Parsed = parsed }),
        ]), Accepted));
        Assert.Equal(code, (await DecisionsAsync(app))[1].Codes);
        // The first receipt, read again, is neither its own duplicate nor that of its crop.
        await app.StoreAsync(Decided(Messages.Payment(1, "B3", fields: (FieldKeys.Referencia, Messages.Field(reference))), Accepted));
        Assert.Null((await app.RowsAsync())[2].DuplicateOf);
    }

    private static string Without(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        foreach (var key in (string[])["decision", "moneda", "estado_pago", "recibos_en_imagen"])
        {
            document.Remove(key);
        }

        return document.ToJsonString(OcrJson.Options);
    }

    private static FieldsExtracted Decided(FieldsExtracted message, ReceiptDecision decision, ReceiptJudgement? judgement = null) =>
        message with { Extraction = message.Extraction with { Decision = decision, Judgement = judgement ?? new ReceiptJudgement { Score = 1 } } };

    /// <summary>Verdict and codes in all documents, in the order of storage.</summary>
    private static async Task<(string Verdict, string Codes)[]> DecisionsAsync(ResultsApp app)
    {
        var rows = await app.RowsAsync();
        return [.. rows.Select(row =>
        {
            var shown = new[] { row.Document, row.Consolidated, row.Listing }.Select(json => JsonNode.Parse(json)!["decision"]!).ToArray();
            Assert.Single(shown.Select(decision => decision.ToJsonString()).Distinct());
            return ((string)shown[0]["valor"]!, string.Join(' ', shown[0]["motivos"]!.AsArray().Select(reason => (string)reason!["codigo"]!)));
        })];
    }
}
