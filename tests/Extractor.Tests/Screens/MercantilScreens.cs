using static Ocr.Contracts.FieldKeys;

namespace Ocr.Extractor.Tests.Screens;

/// <summary>Mercantil's Tpago, as a page of the web and as an app.</summary>
internal static class MercantilScreens
{
    public static Sample Web(Payment p)
    {
        var masked = $"{p.Phone[..4]} - ....{p.Phone[^3..]}";
        var screen = new Screen(1400).Text(18).At(0.7f, "01/07/2025 - 06:10:24 pm").Text(26).At(0.5f, "Envío de Tpago").Skip()
            .Text(22).Center("Operación realizada").Skip(2)
            .Columns(
                (0.05f, ["Desde mi cuenta", $"{CuentaOrigen}|Cuenta de Ahorro - ....0000"]),
                (0.42f, ["Se Envió (Bs.)", $"{Monto}|{p.Money}"]),
                (0.66f, ["Al beneficiario", $"{Telefono}|{masked}", $"{BancoDestino}|Banco Mercantil, C.A. S.A.C.A. Banco", $"{BancoDestino}|Universal", p.Name, $"{Cedula}|V - {p.Dotted}"]))
            .Skip(2)
            .Columns(
                (0.05f, ["Concepto", $"{Concepto}|{p.Concept}"]),
                (0.42f, ["Nro. Referencia", $"{Referencia}|{p.Reference(11)}"]),
                (0.66f, ["Fecha y hora", $"{FechaOperacion}|{p.Format("dd/MM/yyyy - HH:mm:ss")}"]))
            .Skip(3).Center("La información mostrada en esta página es confidencial");
        return Sample.Of("mercantil-web", screen,
            (Monto, p.Plain), (Telefono, masked.Replace(" - ", "", StringComparison.Ordinal)), (CuentaOrigen, "....0000"), (BancoDestino, "BANCO MERCANTIL"),
            (BancoOrigen, "BANCO MERCANTIL"), (Cedula, $"V-{p.Document}"), (Concepto, p.Concept), (Referencia, p.Reference(11)),
            (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (TipoTransaccion, "Tpago"), (CanalPago, "Tpago"));
    }

    public static Sample Mobile(Payment p) => Sample.Of(
        "mercantil-mobile",
        new Screen().Text(44).Center("¡Listo!").Text(34).Center("Tu Tpago fue exitoso").Skip(2).Text(28)
            .Stack("Monto (Bs.):", Monto, p.Money)
            .Stack("Nro. de referencia:", Referencia, p.Reference(10))
            .Stack("Fecha y hora del envío:", FechaOperacion, p.Format("dd/MM/yyyy") + " a las " + p.Format("h:mm:ss tt"))
            .Stack("Cuenta origen:", CuentaOrigen, "Cta. Ahorro *0000")
            .Stack("Beneficiario:", Telefono, $"{p.Phone[..4]}-{p.Phone[4..]}")
            .Stack("Documento de identidad:", Cedula, $"V-{p.Dotted}")
            .Stack("Banco destino:", BancoDestino, "0134 - Banesco Banco Universal S.a.c.a.")
            .Stack("Concepto:", Concepto, p.Concept),
        (Monto, p.Plain), (Referencia, p.Reference(10)), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (CuentaOrigen, "*0000"),
        (Telefono, p.Phone), (Cedula, $"V-{p.Document}"), (BancoDestino, "BANESCO"), (BancoOrigen, "BANCO MERCANTIL"), (Concepto, p.Concept),
        (TipoTransaccion, "Tpago"), (CanalPago, "Tpago"));
}
