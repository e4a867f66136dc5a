using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests.Mistakes;

/// <summary>Banks that earlier readers of these receipts got wrong (F1–F4).</summary>
public sealed class BankMistakes
{
    [Fact]
    public void F1_the_payers_bank_of_a_BDV_receipt_is_not_the_bank_printed_on_it()
    {
        var fields = Shipped.Read(Gallery.Make("bdv-card", 1).Screen).Fields;
        Assert.Equal("BANCO DE VENEZUELA", fields[FieldKeys.BancoOrigen].Value);
        Assert.NotEqual(fields[FieldKeys.BancoDestino].Value, fields[FieldKeys.BancoOrigen].Value);
    }

    [Theory]
    [InlineData("provincial", "BBVA PROVINCIAL")]
    [InlineData("bancamiga", "BANCAMIGA")]
    [InlineData("bnc", "BNC")]
    public void F2_nor_is_it_on_other_apps_receipts(string layout, string bank) =>
        Assert.Equal(bank, Shipped.Read(Gallery.Make(layout, 2).Screen).Fields[FieldKeys.BancoOrigen].Value);

    [Theory]
    [InlineData("BANCO MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("0105 = BANCO MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("0102 - BANCO DE VENEZUELA", "BANCO DE VENEZUELA")]
    [InlineData("0114 - BANCARIBE", "BANCARIBE")]
    [InlineData("0134 - BANESCO", "BANESCO")]
    [InlineData("MERCANIIL", "BANCO MERCANTIL")]
    public void F3_the_beneficiarys_bank_is_read_however_it_is_printed(string printed, string bank) =>
        Assert.Equal(bank, BdvWithBank("Banco:", printed).Fields[FieldKeys.BancoDestino].Value);

    [Theory]
    [InlineData("Bancol")]
    [InlineData("Bancoc")]
    public void F3_even_when_its_label_is_misread(string label) =>
        Assert.Equal("BANCO MERCANTIL", BdvWithBank(label, "0105 - BANCO MERCANTIL").Fields[FieldKeys.BancoDestino].Value);

    [Fact]
    public void F4_a_bank_is_its_name_without_the_text_around_it()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var sample = Gallery.Make("mercantil-web", seed);
            var fields = Shipped.Read(sample.Screen).Fields;
            Assert.Equal("BANCO MERCANTIL", fields[FieldKeys.BancoOrigen].Value);
            Assert.Equal(sample.Expected(FieldKeys.BancoDestino), fields[FieldKeys.BancoDestino].Value);
        }
    }

    [Theory]
    [InlineData("provincial", "Dinero|Rápido|BBVA|Provincial|El|dinero|fue|enviado", "")]
    [InlineData("bancamiga", "Bancamiga|Banco|Universal", "BANCAMIGA")]
    [InlineData("bdv-card", "PagomóvilBDV|Personas", "BANCO DE VENEZUELA")]
    [InlineData("mercantil-web", "Envío|de|Tpago", "BANCO MERCANTIL")]
    [InlineData("mercantil-mobile", "Tu|Tpago|fue|exitoso", "BANCO MERCANTIL")]
    [InlineData("bnc", "Su|pago|móvil|ha|sido", "BNC")]
    public void F27_a_cut_header_leaves_an_account_or_a_label_that_only_one_app_has_and_no_guess(string layout, string header, string bank)
    {
        var screen = Gallery.Make(layout, 4).Screen;
        var cut = header.Split('|');
        WordBox[] words = [.. screen.Words.Where(word => !cut.Contains(word.Text))];
        Assert.Equal(bank, Shipped.Engine.Extract(words, screen.Width, screen.Height).Fields[FieldKeys.BancoOrigen].Value);
    }

    [Fact]
    public void F27_a_bank_inferred_from_labels_only_is_doubted()
    {
        var screen = Gallery.Make("bancamiga", 4).Screen;
        WordBox[] cut = [.. screen.Words.Where(word => word.Text is not ("Bancamiga" or "Banco" or "Universal"))];
        var field = Shipped.Engine.Extract(cut, screen.Width, screen.Height).Fields[FieldKeys.BancoOrigen];
        Assert.Contains(field.Warnings, warning => warning.Contains("se deduce de sus etiquetas", StringComparison.Ordinal));
        Assert.True(field.Confidence < 0.9);
        Assert.Empty(Shipped.Read(screen).Fields[FieldKeys.BancoOrigen].Warnings);
    }

    [Fact]
    public void F27_labels_that_many_apps_print_name_no_bank()
    {
        var screen = new Screen().Text(34).Center("Operación ejecutada exitosamente").Skip(2).Text(28)
            .Row("Monto en bolívares:", null, "Bs. 10,00").Row("Cédula beneficiario:", null, "V-12345678").Row("Número celular:", null, "04140000001")
            .Row("Identificación:", null, "V-12345678").Row("Nro. de referencia:", null, "000000001").Row("Banco destino:", null, "0134 - BANESCO")
            .Row("Documento de identidad:", null, "V-12345678").Row("Fecha y hora:", null, "01/07/2025 10:00");
        var fields = Shipped.Read(screen).Fields;
        Assert.Equal("", fields[FieldKeys.BancoOrigen].Value);
        Assert.Equal("", fields[FieldKeys.CanalPago].Value);
    }

    [Fact]
    public void F4_the_last_digits_of_a_spaced_phone_are_not_a_bank()
    {
        var screen = new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30)
            .Stack("Referencia:", null, "000000000001").Stack("Beneficiario:", null, "0424 000 0105", "V-12345678");
        Assert.Equal("", Shipped.Read(screen).Fields[FieldKeys.BancoDestino].Value);
    }

    private static ExtractedReceipt BdvWithBank(string label, string bank) => Shipped.Read(
        new Screen().Text(44).Center("PagomóvilBDV Personas").Skip(2).Text(40).Center("10,00 Bs").Skip(2).Text(30)
            .Row("Operación:", null, "000000000001").Row("Origen:", null, "0102****0000").Row(label, null, bank).Row("Concepto:", null, "pago"));
}
