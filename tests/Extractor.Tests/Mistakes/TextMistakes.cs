using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests.Mistakes;

/// <summary>Dates, concepts, names and labels that earlier readers got wrong (F15–F20, F23–F28).</summary>
public sealed class TextMistakes
{
    [Fact]
    public void F15_a_date_that_OCR_splits_is_whole_again()
    {
        var field = Bdv("Fecha:", "01/07/ 2025")[FieldKeys.FechaOperacion];
        Assert.Equal("01/07/2025", field.Value);
        Assert.Equal("2025-07-01", field.Parsed);
    }

    [Theory]
    [InlineData("Crear Acceso directo")]
    [InlineData("Aceptar")]
    public void F17_a_button_is_not_a_concept(string button)
    {
        var screen = new Screen().Text(30).Row("Operación:", null, "000000000001").Row("Concepto:", null).Skip(1).Center(button);
        Assert.Equal("", Shipped.Read(screen).Fields[FieldKeys.Concepto].Value);
    }

    [Theory]
    [InlineData("4 15 80 88 100")]
    [InlineData("02 91 92")]
    [InlineData("08 nombre")]
    [InlineData("terminal")]
    [InlineData("transferencia")]
    [InlineData("saldo 10")]
    [InlineData("recibo")]
    [InlineData("Recibo 4521")]
    [InlineData("recibo de pago")]
    [InlineData("comprobante de pago")]
    [InlineData("pago enviado")]
    [InlineData("pago rechazado")]
    [InlineData("error")]
    public void F18_concepts_stay_as_they_were_typed(string concept)
    {
        Assert.Equal(concept, Bdv("Concepto:", concept)[FieldKeys.Concepto].Value);
        var stacked = new Screen().Text(30).Stack("MONTO DE LA OPERACIÓN:", null, "Bs. 1,00").Stack("BANCO:", null, "BNC").Stack("CONCEPTO:", null, concept);
        Assert.Equal(concept, Shipped.Read(stacked).Fields[FieldKeys.Concepto].Value);
        var glued = new Screen().Text(30).At(0.06f, $"Concepto: {concept}").Skip().At(0.06f, "Referencia: 000000000001").Skip().At(0.06f, "Monto: Bs. 1,00");
        Assert.Equal(concept, Shipped.Read(glued).Fields[FieldKeys.Concepto].Value);
    }

    [Theory]
    [InlineData("mercantil-web")]
    [InlineData("bnc")]
    public void F20_the_beneficiarys_name_is_between_phone_and_document(string layout)
    {
        var payment = Payment.Make(9);
        Assert.Equal(payment.Name, Shipped.Read(Gallery.Layouts[layout](payment).Screen).BeneficiaryName.Value);
    }

    [Theory]
    [InlineData("Operacion:", "000000000001", FieldKeys.Referencia, "000000000001")]
    [InlineData("Reterencia:", "000000000001", FieldKeys.Referencia, "000000000001")]
    [InlineData("dentificacion:", "12345678", FieldKeys.Cedula, "V-12345678")]
    [InlineData("ldentificación", "12345678", FieldKeys.Cedula, "V-12345678")]
    [InlineData("Cl /RIF BENEFICIARIO:", "V-12345678", FieldKeys.Cedula, "V-12345678")]
    [InlineData("Númerocelular:", "04120000001", FieldKeys.Telefono, "04120000001")]
    [InlineData("Número cel ular:", "04120000001", FieldKeys.Telefono, "04120000001")]
    public void F23_labels_may_be_misread(string label, string value, string field, string expected) => Assert.Equal(expected, Bdv(label, value)[field].Value);

    [Fact]
    public void F23_a_column_keeps_its_value_when_the_next_columns_label_is_lost()
    {
        var sample = Gallery.Make("mercantil-web", 4);
        WordBox[] words = [.. sample.Screen.Words.Select(word => word.Text switch
        {
            "Al" => word with { Text = "Xq" },
            "beneficiario" => word with { Text = "zzbeyqo" },
            _ => word,
        })];
        Assert.Contains(words, word => word.Text == "zzbeyqo");
        Assert.Equal(sample.Expected(FieldKeys.Monto), Shipped.WithModel.Extract(words, sample.Screen.Width, sample.Screen.Height).Fields[FieldKeys.Monto].Value);
    }

    [Theory]
    [InlineData("Ref:000123456789", FieldKeys.Referencia, "000123456789")]
    [InlineData("Nro:000123456789", FieldKeys.Referencia, "000123456789")]
    [InlineData("Tlf:04120000001", FieldKeys.Telefono, "04120000001")]
    [InlineData("RIF:J-12345678-9", FieldKeys.IdentificadorFiscal, "J-12345678-9")]
    public void F23_a_short_label_merged_with_its_value_still_names_it(string printed, string field, string expected) =>
        Assert.Equal(expected, Shipped.Read(new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).At(0.06f, printed).Skip().Row("Concepto:", null, "pago")).Fields[field].Value);

    [Theory]
    [InlineData("10:06")]
    [InlineData("8:00")]
    [InlineData("V:12345678")]
    [InlineData("ok:gracias")]
    public void F23_other_colons_cut_no_word(string printed) =>
        Assert.Equal(printed, Bdv("Concepto:", printed)[FieldKeys.Concepto].Value);

    [Theory]
    [InlineData("de:")]
    [InlineData("a:")]
    [InlineData("no:")]
    public void F24_a_short_word_is_not_a_label(string word) => Assert.Equal("", Bdv(word, "000000000001")[FieldKeys.Referencia].Value);

    [Fact]
    public void F25_values_of_several_words_are_read_whole() => Assert.Equal("pago de la rifa", Bdv("Concepto:", "pago de la rifa")[FieldKeys.Concepto].Value);

    [Fact]
    public void F26_without_boxes_no_layout_is_claimed()
    {
        WordBox[] words = [new("Operación:", 1, 0, 0, 0, 0), new("000000000001", 1, 0, 0, 0, 0)];
        var receipt = Shipped.Engine.Extract(words, 100, 100);
        Assert.False(receipt.LayoutApplied);
        Assert.Equal("Operación: 000000000001", receipt.OriginalText);
        Assert.All(receipt.Fields.Values, field => Assert.Equal("", field.Value));
    }

    [Fact]
    public void F27_missing_fields_of_a_cropped_receipt_are_listed()
    {
        var receipt = Shipped.Read(new Screen().Text(30).Row("Monto:", null, "Bs. 10,00").Row("Cédula:", null, "V-12345678"));
        Assert.False(receipt.Complete);
        Assert.Equal([FieldKeys.Referencia, FieldKeys.BancoOrigen], receipt.MissingFields);
    }

    [Fact]
    public void F28_the_phones_clock_is_not_the_operations_time()
    {
        var receipt = Shipped.Read(Gallery.Make("bdv-screen", 6).Screen);
        Assert.Equal("", receipt.Fields[FieldKeys.HoraOperacion].Value);
        Assert.DoesNotContain("9:41", receipt.StructuredText, StringComparison.Ordinal);
        Assert.DoesNotContain("Crear Acceso directo", receipt.StructuredText, StringComparison.Ordinal);
        Assert.Contains("9:41", receipt.OriginalText, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, ExtractedField> Bdv(string label, string value) => Shipped.Read(
        new Screen().Text(40).Center("PagomóvilBDV Personas").Skip(2).Text(30)
            .Row("Origen:", null, "0102****0000").Row(label, null, value).Row("Banco:", null, "0105 - BANCO MERCANTIL")).Fields;
}
