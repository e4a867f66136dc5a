using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.FieldDocuments;
using Ocr.FieldDocuments.Evaluation;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Scenes;
using Ocr.FieldDocuments.Words;

namespace Ocr.Extractor.Tests;

/// <summary>
/// Randomly composed documents, including held-back arrangements and label words, read by rules and model together. The thresholds are below
/// the results in <c>benchmarks/results/fields.md</c> by the variance of a sample of this size.
/// </summary>
public sealed class UnknownLayoutTests
{
    private const int Documents = 700;
    private const int Seed = 7001;

    private static readonly Lazy<Score> Measured = new(() => Measure(Shipped.WithModel));

    [Fact]
    public void Most_fields_and_receipts_are_read_right()
    {
        var (right, all) = Measured.Value.Fields;
        Assert.True(all > 1500, $"{all} fields are too few to tell");
        Assert.True(right >= 0.92 * all, $"{right} of {all} fields");
        Assert.True(Measured.Value.Success >= 0.85 * Measured.Value.Receipts, $"{Measured.Value.Success} of {Measured.Value.Receipts} receipts");
    }

    [Fact]
    public void Hardly_a_receipt_that_is_called_complete_is_wrong()
    {
        var (all, wrong) = Measured.Value.Complete;
        Assert.True(all >= 0.4 * Measured.Value.Receipts, $"only {all} complete");
        Assert.True(wrong <= 0.02 * all, $"{wrong} of {all}: {string.Join(Environment.NewLine, Measured.Value.Errors)}");
    }

    [Fact]
    public void Hardly_a_payment_that_did_not_go_through_and_hardly_another_page_is_called_complete()
    {
        var (all, complete) = Measured.Value.Others;
        Assert.True(complete <= 0.015 * all, $"{complete} of {all}: {string.Join(Environment.NewLine, Measured.Value.Errors.Where(error => error.StartsWith("complete but", StringComparison.Ordinal)))}");
    }

    [Fact]
    public void The_rules_alone_read_half_as_much()
    {
        var rules = Measure(Shipped.Engine);
        Assert.True(rules.Fields.Right < 0.7 * Measured.Value.Fields.Right, "the measure does not tell rules and model apart");
    }

    [Fact]
    public void A_button_that_names_an_app_is_not_the_bank_of_the_payer()
    {
        var fields = Read(NewLabels("Giro N.º", "0002816").Skip(3).Center("REPETIR TPAGO").Center("CERRAR"));
        Assert.NotEqual("BANCO MERCANTIL", fields[FieldKeys.BancoOrigen].Value);
    }

    [Fact]
    public void A_title_that_names_an_app_is_the_bank_of_the_payer()
    {
        var fields = Read(NewLabels("Giro N.º", "0002816", title: "Tpago Mercantil"));
        Assert.Equal("BANCO MERCANTIL", fields[FieldKeys.BancoOrigen].Value);
    }

    [Fact]
    public void The_name_of_the_beneficiary_bank_is_not_a_title()
    {
        var screen = new Screen().Center("Comprobante").Center("Pago realizado con éxito").Skip().Row("Banco receptor", null, "Bancamiga (0172)");
        foreach (var (label, value) in new[] { ("Monto", "Bs. 1.204,55"), ("Referencia", "24926012702"), ("Fecha", "08/03/2026"), ("Teléfono", "0414-4602487") })
        {
            screen.Row(label, null, value);
        }

        var fields = Read(screen);
        Assert.Equal("BANCAMIGA", fields[FieldKeys.BancoDestino].Value);
        Assert.NotEqual("BANCAMIGA", fields[FieldKeys.BancoOrigen].Value);
    }

    [Theory]
    [InlineData("Nro. de operación", "358231398", "Número de operación", "00066579")]
    [InlineData("Número de operación", "24926012702", "Confirmation number", "000405995")]
    public void Two_numbers_with_labels_of_a_reference_are_not_certain(string label, string number, string other, string second)
    {
        var field = Read(NewLabels(label, number).Row(other, null, second))[FieldKeys.Referencia];
        Assert.False(field.Valid);
        Assert.NotEmpty(field.Warnings);
    }

    [Fact]
    public void One_number_with_a_label_of_a_reference_is_certain() =>
        Assert.True(Read(NewLabels("Número de operación", "24926012702"))[FieldKeys.Referencia] is { Valid: true, Value: "24926012702" });

    [Theory]
    [InlineData("Motivo de la operación", "gasolina")]
    [InlineData("Descripción del pago", "Factura 0231")]
    [InlineData("Nota de la transferencia", "cuota 3 de 6")]
    public void The_ending_of_a_label_is_not_a_part_of_its_text(string label, string text) =>
        Assert.Equal(text, Read(NewLabels("Giro N.º", "0002816").Row(label, null, text))[FieldKeys.Concepto].Value);

    [Theory]
    [InlineData("You sent")]
    [InlineData("Enviaste dinero")]
    public void One_sentence_of_a_wallet_does_not_make_a_page_its_receipt(string sentence)
    {
        var fields = Read(NewLabels("Giro N.º", "0002816", title: "Banco Plaza").Center(sentence));
        Assert.NotEqual("Zinli", fields[FieldKeys.CanalPago].Value);
        Assert.Equal(("1204.55", "04144602487"), (fields[FieldKeys.Monto].Value, fields[FieldKeys.Telefono].Value));
    }

    [Fact]
    public void A_label_that_one_app_prints_does_not_name_the_bank_of_the_payer() =>
        Assert.NotEqual("BANCO MERCANTIL", Read(NewLabels("Giro N.º", "0002816").Row("Fecha y hora del envío", null, "08/03/2026 10:15"))[FieldKeys.BancoOrigen].Value);

    [Fact]
    public void The_equivalent_in_dollars_is_not_the_amount()
    {
        var field = Read(NewLabels("Giro N.º", "0002816").Row("Equivalente", null, "5,73 USD"))[FieldKeys.Monto];
        Assert.Equal(("1204.55", "BS"), (field.Value, field.Currency));
    }

    [Fact]
    public void A_phone_beside_a_label_of_a_reference_does_not_contest_the_reference()
    {
        var field = Read(NewLabels("Número de operación", "24926012702").Stack("Comprobante", null, "0412-5890341"))[FieldKeys.Referencia];
        Assert.Equal("24926012702", field.Value);
    }

    [Fact]
    public void A_refusal_below_a_page_without_another_statement_is_its_state()
    {
        var screen = new Screen().Center("BANESCO").Row("Importe", null, "VES 1.528,32").Row("N.º ref.", null, "0793154411").Row("Fecha", null, "01/08/2024")
            .Row("Contacto telefónico", null, "04120816978").Skip().Center("fue rechazada por el banco receptor");
        Assert.Equal(PaymentStates.Rejected, Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height).Judgement!.State);
    }

    /// <summary>A receipt most of whose labels the rules do not know.</summary>
    private static Screen NewLabels(string label, string number, string title = "Comprobante") => new Screen()
        .Center(title).Center("Pago realizado con éxito").Skip()
        .Row("Ciudadano que cobra", null, "ROSA MEDINA")
        .Row("Carnet de quien cobra", null, "V-12.794.556")
        .Row("Móvil de quien cobra", null, "0414-4602487")
        .Row("Importe que se envió", null, "Bs. 1.204,55")
        .Row("Casa financiera que cobra", null, "0102 - Banco de Venezuela")
        .Row("Emitido el día", null, "08/03/2026")
        .Row(label, null, number);

    private static IReadOnlyDictionary<string, ExtractedField> Read(Screen screen) => Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height).Fields;

    private static Score Measure(Engine.ExtractionEngine engine)
    {
        var factory = new DocumentFactory(Facts.Banks(Path.Combine(Shipped.Folder, "banks.json")), Split.Layouts, Seed);
        var score = new Score();
        for (var number = 0; number < Documents; number++)
        {
            score.Add(engine, factory.Make(number), new Dice(unchecked((Seed * 31) + number)));
        }

        return score;
    }
}
