using static Ocr.Contracts.FieldKeys;

namespace Ocr.Extractor.Tests.Screens;

/// <summary>Banco de Venezuela.</summary>
internal static class BdvScreens
{
    public static Sample PagomovilCard(Payment p) => Sample.Of("bdv-card", Body(new Screen(), p), Fields(p));

    public static Sample PagomovilScreen(Payment p)
    {
        var screen = new Screen().Text(22).Pair("9:41", null, "86%", 0.8f).Text(34).At(0.08f, "Comprobante de operación").Skip();
        return Sample.Of("bdv-screen", Body(screen, p).Skip(25).Center("Crear Acceso directo"), Fields(p));
    }

    public static Sample Transfer(Payment p) => Sample.Of(
        "bdv-transfer",
        new Screen().Text(34).At(0.08f, "Comprobante de operación").Skip()
            .Text(40).Center($"{p.Money} Bs", Monto).Skip(2).Text(28)
            .Row("Fecha:", FechaOperacion, p.Date)
            .Row("Operación:", Referencia, p.Reference(12))
            .Row("Instrumento origen:", CuentaOrigen, "0102***0000")
            .Row("Instrumento destino:", CuentaDestino, "0114****00000")
            .Row("Banco:", BancoDestino, "BANCARIBE")
            .Row("Concepto:", Concepto, p.Concept),
        (Monto, p.Plain), (FechaOperacion, p.Date), (Referencia, p.Reference(12)), (CuentaOrigen, "0102***0000"), (CuentaDestino, "0114****00000"),
        (BancoDestino, "BANCARIBE"), (BancoOrigen, "BANCO DE VENEZUELA"), (Concepto, p.Concept), (TipoTransaccion, "TRANSFERENCIA"), (CanalPago, "BDV"));

    private static Screen Body(Screen screen, Payment p) => screen
        .Text(44).Center("PagomóvilBDV Personas").Skip(2)
        .Text(40).Center($"{p.Money} Bs", Monto).Skip(2).Text(30)
        .Row("Fecha:", FechaOperacion, p.Date)
        .Row("Operación:", Referencia, p.Reference(12))
        .Row("Identificación:", Cedula, p.Document)
        .Row("Origen:", CuentaOrigen, "0102****0000")
        .Row("Destino:", Telefono, p.Phone)
        .Row("Banco:", BancoDestino, "0172 - BANCAMIGA BANCO", "UNIVERSAL, C.A.")
        .Row("Concepto:", Concepto, p.Concept);

    private static (string, string)[] Fields(Payment p) =>
    [
        (Monto, p.Plain), (FechaOperacion, p.Date), (Referencia, p.Reference(12)), (Cedula, $"V-{p.Document}"), (CuentaOrigen, "0102****0000"),
        (Telefono, p.Phone), (BancoDestino, "BANCAMIGA"), (BancoOrigen, "BANCO DE VENEZUELA"), (Concepto, p.Concept),
        (TipoTransaccion, "PagomovilBDV"), (CanalPago, "PagomovilBDV"),
    ];
}
