using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>Images without a payment are reported as such, with the reason; all values are kept.</summary>
public sealed class NotAReceiptTests
{
    private static readonly string[] Talk =
        ["Hola, cómo estás? 8:01 a. m.", "Todo bien por aquí 8:03 a. m.", "Nos vemos en la plaza 8:04 a. m.", "Dale, yo llevo el pan 8:10 a. m."];

    [Fact]
    public void A_page_without_words_is_reported_as_one() => Assert.Equal("SIN_TEXTO", Shipped.Engine.Extract([], 720, 1280).Judgement!.ReasonCode);

    [Fact]
    public void A_conversation_is_reported_as_one() => Assert.Equal("CONVERSACION", Judge(Lines(Talk)).ReasonCode);

    [Fact]
    public void A_conversation_with_payment_data_is_not_a_payment_and_keeps_the_data()
    {
        var read = Shipped.Read(Lines([.. Talk, "Pago móvil 0102 V-12345678 8:11 a. m.", "04140000001 8:11 a. m."]));
        Assert.Equal("CONVERSACION_CON_DATOS", read.Judgement!.ReasonCode);
        Assert.False(read.IsReceipt);
        Assert.Equal("04140000001", read.Fields[FieldKeys.Telefono].Value);
    }

    [Fact]
    public void The_movements_of_an_account_are_not_a_payment()
    {
        var screen = new Screen().Text(30).Center("Movimientos");
        for (var day = 10; day < 16; day++)
        {
            screen.Row("COMPRA PUNTO DE VENTA", null, $"-{day * 3}.120,50").At(0.06f, $"{day}/03/2025");
        }

        Assert.Equal("LISTA_DE_MONTOS", Judge(screen).ReasonCode);
    }

    [Fact]
    public void A_list_of_contacts_is_not_a_payment()
    {
        var screen = new Screen().Text(30).Center("Contactos");
        for (var i = 1; i < 7; i++)
        {
            screen.Row("Nombre Inventado", null, $"0414-000000{i}");
        }

        Assert.Equal("LISTA_DE_TELEFONOS", Judge(screen).ReasonCode);
    }

    [Fact]
    public void A_receipt_whose_data_cannot_be_read_is_reviewed_and_not_rejected()
    {
        var read = Shipped.Read(Lines([.. Talk, "Tpago Mercantil", "Tu Tpago fue exitoso"]));
        Assert.Equal("RECIBO_SIN_DATOS", read.Judgement!.ReasonCode);
        Assert.Equal(Verdicts.Review, read.Decision!.Verdict);
    }

    [Fact]
    public void A_conversation_is_rejected() => Assert.Equal(Verdicts.Reject, Shipped.Read(Lines(Talk)).Decision!.Verdict);

    [Fact]
    public void A_failed_payment_is_reported_as_one() =>
        Assert.Equal(
            "OPERACION_NO_REALIZADA",
            Judge(new Screen().Text(30).Center("TRANSACCIÓN RECHAZADA").Row("Referencia:", null, "12345678")).ReasonCode);

    [Theory]
    [InlineData("Transferencia fallida")]
    [InlineData("Transferencia rechazada")]
    [InlineData("Transferencia no realizada")]
    [InlineData("Pago móvil fallido")]
    [InlineData("PAGO MÓVIL RECHAZADO")]
    [InlineData("Pago cancelado")]
    [InlineData("Pago no procesado")]
    [InlineData("Pago no realizado")]
    [InlineData("Transacción cancelada")]
    [InlineData("Transacción no procesada")]
    [InlineData("Transacción no realizada")]
    [InlineData("Transacción no exitosa")]
    [InlineData("Operación no exitosa")]
    [InlineData("0peración fallida")]
    [InlineData("Error: no fue posible procesar su pago")]
    [InlineData("Su operación fue rechazada")]
    [InlineData("Lo sentimos, el pago no pudo ser procesado")]
    [InlineData("ERROR")]
    [InlineData("Estado: RECHAZADA")]
    public void A_failed_payment_is_not_a_payment_even_with_complete_fields(string says)
    {
        foreach (var read in (ExtractedReceipt[])[Shipped.Read(Whole(new Screen().Text(34).Center(says).Skip(2))), Shipped.Read(Whole(new Screen()).Skip(2).Center(says))])
        {
            Assert.Equal("OPERACION_NO_REALIZADA", read.Judgement!.ReasonCode);
            Assert.False(read.IsReceipt);
            Assert.False(read.Complete);
            Assert.Equal("000123456789", read.Fields[FieldKeys.Referencia].Value);
        }
    }

    [Fact]
    public void A_state_in_a_separate_column_is_reported_too() => Assert.Equal(
        "OPERACION_NO_REALIZADA",
        Judge(Whole(new Screen()).Columns((0.06f, ["Estado", "Rechazada"]), (0.55f, ["Canal", "Internet"]))).ReasonCode);

    [Theory]
    [InlineData("Transferencia exitosa")]
    [InlineData("Transferencia realizada")]
    [InlineData("Pago móvil realizado")]
    [InlineData("Pago móvil exitoso")]
    [InlineData("Operación procesada")]
    [InlineData("Su operación ya fue procesada")]
    [InlineData("Estado: REALIZADA")]
    [InlineData("En caso de error llame al banco")]
    public void A_completed_payment_is_a_payment(string says)
    {
        var read = Shipped.Read(Whole(new Screen().Text(34).Center(says).Skip(2)));
        Assert.Null(read.Judgement!.ReasonCode);
        Assert.True(read.Complete);
    }

    [Fact]
    public void The_title_below_a_heading_is_not_text_of_the_payer()
    {
        var read = Shipped.Read(Whole(new Screen().Text(34).Center("Banesco").Center("Detalle").Center("Transferencia exitosa").Skip(2)));
        Assert.Equal("", read.Fields[FieldKeys.Concepto].Value);
        Assert.Contains("título de un pago realizado", read.Judgement!.For);
    }

    [Theory]
    [InlineData("pago rechazado")]
    [InlineData("la vez pasada fue rechazado")]
    [InlineData("error")]
    public void Text_of_the_payer_does_not_make_a_payment_fail(string concept)
    {
        var read = Shipped.Read(Whole(new Screen().Text(34).Center("Pago móvil exitoso").Skip(2)).Row("Concepto:", null, concept));
        Assert.True(read.Complete);
        Assert.Equal(concept, read.Fields[FieldKeys.Concepto].Value);
    }

    [Fact]
    public void A_receipt_has_no_reason_and_lists_the_signs_for_it()
    {
        var judgement = Judge(Gallery.Make("bdv-card", 8).Screen);
        Assert.Null(judgement.ReasonCode);
        Assert.Null(judgement.Reason);
        Assert.InRange(judgement.Score, 0.9, 1);
        Assert.Contains("número de referencia", judgement.For);
    }

    [Fact]
    public void A_receipt_within_a_long_page_of_movements_is_still_one()
    {
        var screen = Gallery.Make("bdv-card", 8).Screen.Skip(4);
        for (var day = 10; day < 20; day++)
        {
            screen.Row("RETIRO CAJERO", null, $"-{day}.120,50");
        }

        Assert.True(Shipped.Read(screen).IsReceipt);
    }

    private static Screen Whole(Screen screen) => screen.Text(28)
        .Row("Referencia:", null, "000123456789").Row("Cuenta origen:", null, "0102****0000").Row("Banco destino:", null, "0105 - BANCO MERCANTIL")
        .Row("Teléfono destino:", null, "04140000001").Row("Cédula beneficiario:", null, "V-12345678").Row("Monto:", null, "Bs. 10,00").Row("Fecha:", null, "01/07/2025");

    private static ReceiptJudgement Judge(Screen screen) => Shipped.Read(screen).Judgement!;

    private static Screen Lines(IEnumerable<string> lines)
    {
        var screen = new Screen().Text(30).Skip(6);
        foreach (var line in lines)
        {
            screen.At(0.06f, line).Skip();
        }

        return screen;
    }
}
