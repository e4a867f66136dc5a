using static Ocr.Contracts.FieldKeys;

namespace Ocr.Corpus.Layouts;

/// <summary>Banco de Venezuela.</summary>
internal static class BdvScreens
{
    /// <summary>The shared card, which starts at the logo.</summary>
    public static Sample PagomovilCard(Payment p) => Sample.Of("bdv-card", Body(Head(new Screen(), p), p), [(Monto, p.Plain), .. Fields(p)]);

    /// <summary>A screenshot: status bar, app bar, button.</summary>
    public static Sample PagomovilScreen(Payment p)
    {
        var screen = new Screen().Text(22).Pair(p.Choose("9:41", "12:07", "8:00 a. m."), null, $"{p.Choose("4G 86%", "86%", "5G 64")}", 0.8f)
            .Text(34).At(0.08f, "Comprobante de operación").Skip();
        return Sample.Of("bdv-screen", Body(Head(screen, p), p).Skip(25).Center("Crear Acceso directo"), [(Monto, p.Plain), .. Fields(p)]);
    }

    /// <summary>The header with title and amount is cropped: only the labels identify the app.</summary>
    public static Sample PagomovilCropped(Payment p) => Sample.Of("bdv-cropped", Body(new Screen(), p), Fields(p));

    /// <summary>Labels above centered values.</summary>
    public static Sample Above(Payment p) => Sample.Of(
        "bdv-above",
        new Screen().Text(40).Center("BDV Personas").Center("Transaccion exitosa").Skip().Text(30)
            .Center("Numero de referencia").Center(p.Reference(12), Referencia).Skip()
            .Center("Monto").Center($"Bs. {p.Money}", Monto).Skip()
            .Center("Fecha").Center(p.Date, FechaOperacion).Skip()
            .Center("Cuenta origen").Center($"0102************{p.Tail}", CuentaOrigen).Skip()
            .Center("Teléfono destino").Center(p.Phone, Telefono).Skip()
            .Center("Banco destino").Center(p.Bank.Coded, BancoDestino).Skip()
            .Center("Concepto").Center(p.Concept, Concepto).Skip(2)
            .Center("Compartir"),
        (Monto, p.Plain), (Referencia, p.Reference(12)), (FechaOperacion, p.Date), (CuentaOrigen, $"0102************{p.Tail}"), (Telefono, p.Phone),
        (BancoDestino, p.Bank.Output), (BancoOrigen, "BANCO DE VENEZUELA"), (Concepto, p.Concept), (TipoTransaccion, "Pago Móvil"), (CanalPago, "BDV"));

    public static Sample Transfer(Payment p)
    {
        string origin = $"0102***{p.Tail}", destination = $"{p.Bank.Code}****0{p.Tail}";
        return Sample.Of(
            "bdv-transfer",
            new Screen().Text(34).At(0.08f, "Comprobante de operación").Skip()
                .Text(40).Center($"{p.Money} Bs", Monto).Skip(2).Text(28)
                .Row("Fecha:", FechaOperacion, p.Date)
                .Row("Operación:", Referencia, p.Reference(12))
                .Row("Instrumento origen:", CuentaOrigen, origin)
                .Row("Instrumento destino:", CuentaDestino, destination)
                .Row("Banco:", BancoDestino, p.Bank.Full, 24)
                .Row("Concepto:", Concepto, p.Concept),
            (Monto, p.Plain), (FechaOperacion, p.Date), (Referencia, p.Reference(12)), (CuentaOrigen, origin), (CuentaDestino, destination),
            (BancoDestino, p.Bank.Output), (BancoOrigen, "BANCO DE VENEZUELA"), (Concepto, p.Concept), (TipoTransaccion, "TRANSFERENCIA"), (CanalPago, "BDV"));
    }

    private static Screen Head(Screen screen, Payment p) => screen
        .Text(44).Center(p.Choose("PagomóvilBDV Personas", "PagomóvilBDV")).Skip(2).Text(40).Center($"{p.Money} Bs", Monto).Skip(2);

    private static Screen Body(Screen screen, Payment p) => screen.Text(30)
        .Row("Fecha:", FechaOperacion, p.Date)
        .Row("Operación:", Referencia, p.Reference(12))
        .Row("Identificación:", Cedula, p.Document)
        .Row("Origen:", CuentaOrigen, $"0102****{p.Tail}")
        .Row("Destino:", Telefono, p.Phone)
        .Row("Banco:", BancoDestino, p.Bank.Coded, 26)
        .Row("Concepto:", Concepto, p.Concept);

    private static (string, string)[] Fields(Payment p) =>
    [
        (FechaOperacion, p.Date), (Referencia, p.Reference(12)), (Cedula, $"V-{p.Document}"), (CuentaOrigen, $"0102****{p.Tail}"),
        (Telefono, p.Phone), (BancoDestino, p.Bank.Output), (BancoOrigen, "BANCO DE VENEZUELA"), (Concepto, p.Concept),
        (TipoTransaccion, "PagomovilBDV"), (CanalPago, "PagomovilBDV"),
    ];
}
