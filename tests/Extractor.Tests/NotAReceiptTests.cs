using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>Images that show no payment come out as such, with the reason; every value that was read stays.</summary>
public sealed class NotAReceiptTests
{
    private static readonly string[] Talk =
        ["Hola, cómo estás? 8:01 a. m.", "Todo bien por aquí 8:03 a. m.", "Nos vemos en la plaza 8:04 a. m.", "Dale, yo llevo el pan 8:10 a. m."];

    [Fact]
    public void A_page_without_words_says_so() => Assert.Equal("SIN_TEXTO", Shipped.Engine.Extract([], 720, 1280).Judgement!.ReasonCode);

    [Fact]
    public void A_conversation_says_so() => Assert.Equal("CONVERSACION", Judge(Lines(Talk)).ReasonCode);

    [Fact]
    public void A_conversation_with_somebodys_data_is_no_payment_and_keeps_the_data()
    {
        var read = Shipped.Read(Lines([.. Talk, "Pago móvil 0102 V-12345678 8:11 a. m.", "04140000001 8:11 a. m."]));
        Assert.Equal("CONVERSACION_CON_DATOS", read.Judgement!.ReasonCode);
        Assert.False(read.IsReceipt);
        Assert.Equal("04140000001", read.Fields[FieldKeys.Telefono].Value);
    }

    [Fact]
    public void The_movements_of_an_account_are_no_payment()
    {
        var screen = new Screen().Text(30).Center("Movimientos");
        for (var day = 10; day < 16; day++)
        {
            screen.Row("COMPRA PUNTO DE VENTA", null, $"-{day * 3}.120,50").At(0.06f, $"{day}/03/2025");
        }

        Assert.Equal("LISTA_DE_MONTOS", Judge(screen).ReasonCode);
    }

    [Fact]
    public void A_list_of_contacts_is_no_payment()
    {
        var screen = new Screen().Text(30).Center("Contactos");
        for (var i = 1; i < 7; i++)
        {
            screen.Row("Nombre Inventado", null, $"0414-000000{i}");
        }

        Assert.Equal("LISTA_DE_TELEFONOS", Judge(screen).ReasonCode);
    }

    [Fact]
    public void A_payment_that_failed_says_so() =>
        Assert.Equal(
            "OPERACION_NO_REALIZADA",
            Judge(new Screen().Text(30).Center("TRANSACCIÓN RECHAZADA").Row("Referencia:", null, "12345678")).ReasonCode);

    [Fact]
    public void A_receipt_has_no_reason_and_tells_what_speaks_for_it()
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
