using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests.Mistakes;

/// <summary>References, documents, amounts and phones that earlier readers got wrong (F5–F14, F21, F22).</summary>
public sealed class NumberMistakes
{
    [Fact]
    public void F5_an_eleven_digit_reference_is_not_a_phone()
    {
        var fields = Row("Nro. Referencia:", "00000000001");
        Assert.Equal("", fields[FieldKeys.Telefono].Value);
        Assert.Equal("00000000001", fields[FieldKeys.Referencia].Value);
    }

    [Fact]
    public void F6_a_piece_of_a_label_is_not_a_reference() => Assert.Equal("", Row("Referencia:", "Fecha")[FieldKeys.Referencia].Value);

    [Theory]
    [InlineData("000000000001")]
    [InlineData("000000001")]
    [InlineData("000012000")]
    public void F7_references_keep_all_their_digits(string reference) => Assert.Equal(reference, Row("Referencia:", reference)[FieldKeys.Referencia].Value);

    [Theory]
    [InlineData("12345678")]
    [InlineData("12.345.678")]
    [InlineData("V -12345678")]
    [InlineData("V - 12.345.678")]
    public void F8_documents_are_read_in_every_form(string printed) => Assert.Equal("V-12345678", Row("Identificación:", printed)[FieldKeys.Cedula].Value);

    [Fact]
    public void F9_a_seven_read_as_a_slash_is_put_back_and_doubted()
    {
        var field = Row("Identificación:", "1/345678")[FieldKeys.Cedula];
        Assert.Equal("V-17345678", field.Value);
        Assert.True(field.Confidence <= 0.5);
    }

    [Fact]
    public void F9_a_slash_that_no_seven_explains_is_kept_as_read()
    {
        var field = Row("Identificación:", "12/345678")[FieldKeys.Cedula];
        Assert.Equal("12/345678", field.Value);
        Assert.False(field.Valid);
        Assert.NotNull(field.Reason);
    }

    [Fact]
    public void F10_an_amount_next_to_a_document_is_unchanged()
    {
        var screen = new Screen().Text(30).Columns((0.06f, ["Cédula", "12345678"]), (0.3f, ["Monto", "210,00"]));
        var fields = Shipped.Read(screen).Fields;
        Assert.Equal("210.00", fields[FieldKeys.Monto].Value);
        Assert.Equal("V-12345678", fields[FieldKeys.Cedula].Value);
    }

    [Fact]
    public void F11_separators_keep_their_meaning() => Assert.Equal("104.54", Row("Monto:", "104,54")[FieldKeys.Monto].Value);

    [Fact]
    public void F11_a_lost_comma_is_not_guessed_back_and_doubted()
    {
        var field = Row("Monto:", "10454 Bs")[FieldKeys.Monto];
        Assert.Equal("10454.00", field.Value);
        Assert.True(field.Confidence < 0.5);
    }

    [Fact]
    public void F12_the_commission_and_the_total_are_not_the_amount()
    {
        var sample = Gallery.Make("bnc", 5);
        Assert.Equal(sample.Expected(FieldKeys.Monto), Shipped.Read(sample.Screen).Fields[FieldKeys.Monto].Value);
        Assert.Equal("", Shipped.Engine.Extract(sample.Screen.Without(FieldKeys.Monto), sample.Screen.Width, sample.Screen.Height).Fields[FieldKeys.Monto].Value);
    }

    [Theory]
    [InlineData("0412 - 0000001", "04120000001")]
    [InlineData("0424 000 0001", "04240000001")]
    [InlineData("0412 ****001", "0412****001")]
    public void F13_phones_may_be_spaced_and_masked(string printed, string phone) => Assert.Equal(phone, Row("Número celular:", printed)[FieldKeys.Telefono].Value);

    [Theory]
    [InlineData("00120000001")]
    [InlineData("01050000001")]
    public void F14_a_phone_with_another_prefix_is_not_valid(string printed)
    {
        var field = Row("Número celular:", printed)[FieldKeys.Telefono];
        Assert.False(field.Valid);
        Assert.NotNull(field.Reason);
    }

    [Theory]
    [InlineData("000000000001 D")]
    [InlineData("000000000001 I")]
    [InlineData("000000000001 1")]
    public void F21_the_copy_icon_is_not_a_digit(string printed) => Assert.Equal("000000000001", Row("Operación:", printed)[FieldKeys.Referencia].Value);

    [Fact]
    public void F22_a_masked_account_is_joined_and_never_doubled()
    {
        var fields = Row("Origen:", "0102 ****0 0000");
        Assert.Equal("0102****00000", fields[FieldKeys.CuentaOrigen].Value);
        Assert.Equal("BANCO DE VENEZUELA", fields[FieldKeys.BancoOrigen].Value);
    }

    [Fact]
    public void F8_the_number_of_a_bank_below_the_receipt_is_not_the_beneficiarys()
    {
        var screen = new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Stack("Referencia:", null, "000000000001")
            .Stack("Beneficiario:", null, "0412-0000001", "V-12345678").Stack("Monto:", null, "Bs. 10,00").Skip(3).Row("RIF:", null, "J-00000000-1");
        var fields = Shipped.Read(screen).Fields;
        Assert.Equal("V-12345678", fields[FieldKeys.Cedula].Value);
    }

    private static IReadOnlyDictionary<string, ExtractedField> Row(string label, string value) =>
        Shipped.Read(new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Row(label, null, value).Row("Concepto:", null, "pago")).Fields;
}
