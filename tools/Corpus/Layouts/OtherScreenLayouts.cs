using static Ocr.Contracts.FieldKeys;

namespace Ocr.Corpus.Layouts;

/// <summary>Provincial, Bancamiga and BNC.</summary>
internal static class OtherScreenLayouts
{
    public static Sample Provincial(Payment p) => Sample.Of(
        "provincial",
        new Screen().Text(36).Center("El dinero fue enviado").Skip().Text(54).Center($"Bs.{p.Money}", Monto).Skip()
            .Text(30).Center("Dinero Rápido").Center("BBVA Provincial").Skip(2)
            .Pair("Banco:", BancoDestino, p.Bank.Code == "0191" ? "NAC.CREDIT" : p.Bank.Short)
            .Pair("Número celular:", Telefono, p.Phone)
            .Pair("Identificación:", Cedula, $"V{p.Document}")
            .Pair("Concepto:", Concepto, p.Concept)
            .Pair("Fecha:", FechaOperacion, p.Date)
            .Pair("Referencia:", Referencia, p.Reference(9)),
        (Monto, p.Plain), (BancoDestino, p.Bank.Output), (Telefono, p.Phone), (Cedula, $"V-{p.Document}"), (Concepto, p.Concept), (FechaOperacion, p.Date),
        (Referencia, p.Reference(9)), (BancoOrigen, "BBVA PROVINCIAL"), (TipoTransaccion, "Dinero Rápido"), (CanalPago, "Dinero Rápido"));

    public static Sample Bancamiga(Payment p) => Sample.Of(
        "bancamiga",
        new Screen().Text(36).Center("Bancamiga").Text(24).Center("Banco Universal").Skip(2).Text(28)
            .Center("NUMERO DE REFERENCIA:").Center(p.Reference(12), Referencia).Skip()
            .Center("MONTO DE LA OPERACIÓN:").Center($"Bs. {p.Money}", Monto).Skip()
            .Stack("CI /RIF BENEFICIARIO:", Cedula, $"V-{p.Document}")
            .Stack("TELF BENEFICIARIO:", Telefono, p.Phone)
            .Stack("BANCO:", BancoDestino, p.Bank.Short)
            .Stack("FECHA:", FechaOperacion, p.Format("dd/MM/yy hh:mm tt").ToLowerInvariant())
            .Stack("CONCEPTO:", Concepto, p.Concept),
        (Referencia, p.Reference(12)), (Monto, p.Plain), (Cedula, $"V-{p.Document}"), (Telefono, p.Phone), (BancoDestino, p.Bank.Output),
        (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm")), (Concepto, p.Concept), (BancoOrigen, "BANCAMIGA"),
        (TipoTransaccion, "Pago Móvil"), (CanalPago, "Bancamiga"));

    /// <summary>Phone, name, document and bank in one line, without a date.</summary>
    public static Sample Bnc(Payment p)
    {
        var account = p.Choose("Cta. Ahorro Naranja BNC", "Cta. Corriente BNC:");
        var run = Screen.Wrap($"{p.DashedPhone} {p.Name} V- {p.Document} - {p.Bank.Short}", p.Chance(50) ? 36 : 44);
        return Sample.Of(
            "bnc",
            new Screen().Text(26).Center("Su pago móvil ha sido Ejecutado exitosamente").Skip(2)
                .Stack("Cuenta debitada:", CuentaOrigen, $"{account} ***{p.Tail}")
                .Stack("Beneficiario:", null, run)
                .Stack("Monto:", Monto, $"Bs. {p.Money}")
                .Stack("Comisión:", null, "Bs. 0,30")
                .Stack("Total:", null, "Bs. 999.999,30")
                .Stack("Referencia:", Referencia, p.Reference(9))
                .Stack("Código autorizador:", null, "987654")
                .Stack("Concepto:", Concepto, p.Concept)
                .Skip(3).Center("Emitir Pago"),
            (CuentaOrigen, $"***{p.Tail}"), (Telefono, p.Phone), (Cedula, $"V-{p.Document}"), (BancoDestino, p.Bank.Output), (BancoOrigen, "BNC"),
            (Monto, p.Plain), (Referencia, p.Reference(9)), (Concepto, p.Concept), (Sample.NameKey, p.Name), (TipoTransaccion, "Pago Móvil"), (CanalPago, "BNC"));
    }
}
