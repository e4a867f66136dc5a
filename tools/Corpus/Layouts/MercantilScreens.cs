using static Ocr.Contracts.FieldKeys;

namespace Ocr.Corpus.Layouts;

/// <summary>Mercantil's Tpago: a web page and two forms of the app.</summary>
internal static class MercantilScreens
{
    public static Sample Web(Payment p)
    {
        var masked = $"{p.Phone[..4]} - ....{p.Phone[^3..]}";
        string[] bank = p.Bank.Code == "0105" || p.Chance(40) ? ["Banco Mercantil, C.A. S.A.C.A. Banco", "Universal"] : Screen.Wrap(p.Bank.Full, 34);
        var screen = new Screen(1400).Text(18).At(0.7f, "01/07/2025 - 06:10:24 pm").Text(26).At(0.5f, "Envío de Tpago").Skip()
            .Text(22).Center("Operación realizada").Skip(2)
            .Columns(
                (0.05f, ["Desde mi cuenta", $"{CuentaOrigen}|Cuenta de Ahorro - ....{p.Tail}"]),
                (0.42f, ["Se Envió (Bs.)", $"{Monto}|{p.Money}"]),
                (0.66f, ["Al beneficiario", $"{Telefono}|{masked}", .. bank.Select(line => $"{BancoDestino}|{line}"), $"{Sample.NameKey}|{p.Name}", $"{Cedula}|V - {p.Dotted}"]))
            .Skip(2)
            .Columns(
                (0.05f, ["Concepto", $"{Concepto}|{p.Concept}"]),
                (0.42f, ["Nro. Referencia", $"{Referencia}|{p.Reference(11)}"]),
                (0.66f, ["Fecha y hora", $"{FechaOperacion}|{p.Format("dd/MM/yyyy - HH:mm:ss")}"]))
            .Skip(3).Center("La información mostrada en esta página es confidencial");
        return Sample.Of("mercantil-web", screen,
            (Monto, p.Plain), (Telefono, masked.Replace(" - ", "", StringComparison.Ordinal)), (CuentaOrigen, $"....{p.Tail}"),
            (BancoDestino, bank[0].StartsWith("Banco Mercantil", StringComparison.Ordinal) ? "BANCO MERCANTIL" : p.Bank.Output),
            (BancoOrigen, "BANCO MERCANTIL"), (Cedula, $"V-{p.Document}"), (Concepto, p.Concept), (Referencia, p.Reference(11)), (Sample.NameKey, p.Name),
            (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (TipoTransaccion, "Tpago"), (CanalPago, "Tpago"));
    }

    public static Sample Mobile(Payment p) => Sample.Of(
        "mercantil-mobile",
        new Screen().Text(44).Center("¡Listo!").Text(34).Center("Tu Tpago fue exitoso").Skip(2).Text(28)
            .Stack("Monto (Bs.):", Monto, p.Money)
            .Stack("Nro. de referencia:", Referencia, p.Reference(10))
            .Stack("Fecha y hora del envío:", FechaOperacion, p.Format("dd/MM/yyyy") + " a las " + p.Format("h:mm:ss tt"))
            .Stack("Cuenta origen:", CuentaOrigen, $"Cta. Ahorro *{p.Tail}")
            .Stack("Beneficiario:", Telefono, p.DashedPhone)
            .Stack("Documento de identidad:", Cedula, $"V-{p.Dotted}")
            .Stack("Banco destino:", BancoDestino, p.Bank.Coded)
            .Stack("Concepto:", Concepto, p.Concept),
        [(Referencia, p.Reference(10)), (CuentaOrigen, $"*{p.Tail}"), (Concepto, p.Concept), .. Fields(p)]);

    /// <summary>The same rows with other labels.</summary>
    public static Sample Template(Payment p) => Sample.Of(
        "mercantil-template",
        new Screen().Text(44).Center("Tpago Realizado").Skip(2).Text(28)
            .Stack("Monto Enviado:", Monto, $"Bs. {p.Money}")
            .Stack("Nro. de Aprobación:", Referencia, p.Reference(8))
            .Stack("Fecha y hora:", FechaOperacion, p.Format("dd/MM/yyyy") + " " + p.Format("h:mm:ss tt"))
            .Stack("Destinatario:", Telefono, p.DashedPhone)
            .Stack("Documento de identidad:", Cedula, $"V-{p.Document}")
            .Stack("Banco destino:", BancoDestino, p.Bank.Full)
            .Stack("Motivo:", Concepto, p.Concept),
        [(Referencia, p.Reference(8)), (Concepto, p.Concept), .. Fields(p)]);

    private static (string, string)[] Fields(Payment p) =>
    [
        (Monto, p.Plain), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (Telefono, p.Phone), (Cedula, $"V-{p.Document}"),
        (BancoDestino, p.Bank.Output), (BancoOrigen, "BANCO MERCANTIL"), (TipoTransaccion, "Tpago"), (CanalPago, "Tpago"),
    ];
}
