using static Ocr.Contracts.FieldKeys;

namespace Ocr.Corpus.Layouts;

/// <summary>Banesco, Banplus and 100 % Banco.</summary>
internal static class MoreScreens
{
    public static Sample Banesco(Payment p) => Sample.Of(
        "banesco",
        new Screen().Text(36).Center("¡Operación Exitosa!").Skip(2).Text(26)
            .Stack("NÚMERO DE REFERENCIA", Referencia, p.Reference(12))
            .Stack("FECHA", FechaOperacion, p.Format("dd/MM/yyyy hh:mm:sstt"))
            .Stack("NÚMERO CELULAR DE ORIGEN", null, "04**-***0001")
            .Stack("NÚMERO CELULAR DE DESTINO", Telefono, p.Chance(50) ? p.Phone : p.DashedPhone)
            .Stack("IDENTIFICACIÓN RECEPTOR", Cedula, $"V-{p.Document}")
            .Stack("BANCO EMISOR", BancoOrigen, "BANESCO BANCO UNIVERSAL S.A.C.A.")
            .Stack("BANCO RECEPTOR", BancoDestino, p.Bank.Full)
            .Stack("MONTO DE LA OPERACIÓN", Monto, $"Bs. {p.Money}")
            .Stack("CONCEPTO", Concepto, p.Concept)
            .Skip(2).Center("Agregar a Pagos Frecuentes").Center("Aceptar"),
        (Referencia, p.Reference(12)), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (Telefono, p.Phone), (Cedula, $"V-{p.Document}"),
        (BancoOrigen, "BANESCO"), (BancoDestino, p.Bank.Output), (Monto, p.Plain), (Concepto, p.Concept), (TipoTransaccion, "Pago Móvil"), (CanalPago, "Banesco"));

    public static Sample BanescoTransfer(Payment p) => Sample.Of(
        "banesco-transfer",
        new Screen().Text(36).Center("Banesco").Center("Recibo").Skip().Text(26)
            .Stack("NÚMERO DE REFERENCIA:", Referencia, p.Reference(12))
            .Stack("FECHA:", FechaOperacion, p.Format("dd/MM/yyyy hh:mm tt"))
            .Stack("NÚMERO DE CUENTA:", CuentaDestino, $"****{p.Tail}")
            .Stack("BENEFICIARIO:", Sample.NameKey, p.Name)
            .Stack("BANCO EMISOR:", BancoOrigen, "BANESCO BANCO UNIVERSAL S.A.C.A.")
            .Stack("BANCO RECEPTOR:", BancoDestino, p.Bank.Full)
            .Stack("MONTO DE LA OPERACIÓN:", Monto, $"Bs. {p.Money}")
            .Stack("CONCEPTO:", Concepto, p.Concept),
        (Referencia, p.Reference(12)), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm")), (CuentaDestino, $"****{p.Tail}"), (Sample.NameKey, p.Name),
        (BancoOrigen, "BANESCO"), (BancoDestino, p.Bank.Output), (Monto, p.Plain), (Concepto, p.Concept), (TipoTransaccion, "TRANSFERENCIA"), (CanalPago, "Banesco"));

    public static Sample Banplus(Payment p) => Sample.Of(
        "banplus",
        new Screen().Text(36).Center("Banplus").Text(28).Center("Comprobante de Pago").Text(44).Center($"Bs. {p.Money}", Monto).Skip(2).Text(26)
            .Stack("Numero de referencia:", Referencia, p.Reference(12))
            .Stack("Beneficiario:", null, p.DashedPhone, $"E- {p.Document}", $"{p.Bank.Short} - {p.Bank.Code}")
            .Stack("Fecha:", FechaOperacion, p.Format("dd/MM/yyyy hh:mm tt")),
        (Monto, p.Plain), (Referencia, p.Reference(12)), (Telefono, p.Phone), (Cedula, $"E-{p.Document}"), (BancoDestino, p.Bank.Output),
        (BancoOrigen, "BANPLUS"), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm")), (TipoTransaccion, "Pago Móvil"), (CanalPago, "Banplus"));

    public static Sample CienPorCiento(Payment p) => Sample.Of(
        "100-banco",
        new Screen().Text(30).Center("Transacción 100% Pago Móvil").Center("PAGO REALIZADO EXITOSAMENTE").Skip(2).Text(26)
            .Row("Transacción", Referencia, p.Digits[..5])
            .Row("Fecha", FechaOperacion, p.Format("dd-MM-yyyy hh:mm:ss t").ToLowerInvariant() + ".m")
            .Row("Cuenta Pagadora", CuentaOrigen, "0156****")
            .Row("Nombre", Sample.NameKey, p.Name)
            .Row("Cedula Beneficiario", Cedula, $"V:{p.Document}")
            .Row("Teléfono Celular", Telefono, p.Phone)
            .Row("Banco Destino", BancoDestino, p.Bank.Short)
            .Row("Concepto", Concepto, p.Concept)
            .Row("Monto en Bolivares", Monto, $"Bs.{p.UsMoney}")
            .Row("Tasa de Cambio", null, "Bs.400.00"),
        (Referencia, p.Digits[..5]), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (CuentaOrigen, "0156****"), (Cedula, $"V-{p.Document}"),
        (Telefono, p.Phone), (BancoDestino, p.Bank.Output), (BancoOrigen, "100% BANCO"), (Concepto, p.Concept), (Monto, p.Plain), (Sample.NameKey, p.Name),
        (TipoTransaccion, "Pago Móvil"), (CanalPago, "100% Banco"));
}
