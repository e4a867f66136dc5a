using Ocr.Contracts;
using Ocr.Extractor.Tests.Screens;

namespace Ocr.Extractor.Tests;

public sealed class BdvTests
{
    [Fact]
    public void The_origin_of_a_PagomovilBDV_receipt_is_not_the_bank_printed_on_it()
    {
        var screen = new Screen().Text(44).Center("PagomóvilBDV Personas").Skip(2)
            .Text(40).Center("2.150,75 Bs").Skip(2).Text(30)
            .Row("Fecha:", null, "01/07/2025")
            .Row("Operación:", null, "000000000001")
            .Row("Identificación:", null, "12345678")
            .Row("Origen:", null, "0102****0000")
            .Row("Destino:", null, "04120000001")
            .Row("Banco:", null, "0105 - BANCO MERCANTIL")
            .Row("Concepto:", null, "4 15 80 88 100");
        var fields = Shipped.Engine.Extract(screen.Words, screen.Width, screen.Height).Fields;
        Assert.Equal("BANCO DE VENEZUELA", fields[FieldKeys.BancoOrigen].Value);
        Assert.Equal("BANCO MERCANTIL", fields[FieldKeys.BancoDestino].Value);
        Assert.Equal("2150.75", fields[FieldKeys.Monto].Value);
        Assert.Equal("V-12345678", fields[FieldKeys.Cedula].Value);
        Assert.Equal("4 15 80 88 100", fields[FieldKeys.Concepto].Value);
    }
}
