using static Ocr.Contracts.FieldKeys;

namespace Ocr.Corpus.Layouts;

/// <summary>Unknown apps: labels of the dictionary in the three common layouts.</summary>
internal static class GenericScreens
{
    private static readonly PrintedBank[] Payers =
        [.. PrintedBank.All.Where(bank => bank.Code is "0104" or "0115" or "0138" or "0151" or "0163" or "0171" or "0175" or "0137" or "0157")];

    /// <summary>Label left, value right, with most of the width between them.</summary>
    public static Sample Beside(Payment p)
    {
        var payer = Payer(p);
        return Sample.Of(
            "generic-right",
            new Screen().Text(34).Center(p.Choose("Pago móvil exitoso", "Operación exitosa", "Transacción exitosa")).Skip(2).Text(28)
                .Row(p.Choose("Nro. de referencia", "Número de referencia", "N° Operación:", "Referencia:"), Referencia, p.Reference(10))
                .Row(p.Choose("Fecha y hora", "Fecha de la operación:"), FechaOperacion, p.Format("dd/MM/yyyy HH:mm:ss"))
                .Row(p.Choose("Banco emisor", "Banco origen:"), BancoOrigen, payer.Full, 26)
                .Row(p.Choose("Banco receptor", "Banco del beneficiario:"), BancoDestino, p.Bank.Full, 26)
                .Row(p.Choose("Teléfono beneficiario", "Celular destino:"), Telefono, p.DashedPhone)
                .Row(p.Choose("Cédula beneficiario", "Documento de identidad:"), Cedula, $"V-{p.Document}")
                .Row(p.Choose("Monto de la operación", "Monto:"), Monto, p.Choose($"Bs. {p.Money}", $"{p.Money} Bs", $"Bs {p.Money}"))
                .Row(p.Choose("Comisión", "Comisión:"), null, "Bs. 0,17")
                .Row(p.Choose("Motivo:", "Concepto", "Descripción:"), Concepto, p.Concept)
                .Skip(2).Center("Compartir"),
            [(HoraOperacion, p.Format("HH:mm:ss")), (Telefono, p.Phone), (BancoOrigen, payer.Output), (TipoTransaccion, "Pago Móvil"), .. Fields(p)]);
    }

    /// <summary>Label above value, payment to an account.</summary>
    public static Sample Above(Payment p)
    {
        string origin = $"{Payer(p).Code}************{p.Tail}", destination = $"{p.Bank.Code}****{p.Digits[..4]}";
        return Sample.Of(
            "generic-above",
            new Screen().Text(34).Center("Transferencia exitosa").Skip(2).Text(28)
                .Stack(p.Choose("N° Operación:", "Nro. Operación"), Referencia, p.Reference(10))
                .Stack(p.Choose("Fecha:", "Fecha de emisión"), FechaOperacion, p.Date)
                .Stack(p.Choose("Cuenta a debitar", "Cuenta origen:"), CuentaOrigen, origin)
                .Stack(p.Choose("Cuenta destino:", "Cuenta de destino"), CuentaDestino, destination)
                .Stack(p.Choose("Banco Beneficiario:", "Banco destino"), BancoDestino, p.Bank.Full)
                .Stack(p.Choose("Cédula Beneficiario:", "CI/RIF del beneficiario"), Cedula, $"V-{p.Document}")
                .Stack("Nombre:", Sample.NameKey, p.Name)
                .Stack("Monto:", Monto, $"Bs. {p.Money}")
                .Stack("Comisión:", null, "Bs. 0,17")
                .Stack("Concepto:", Concepto, p.Concept),
            [
                (CuentaOrigen, origin), (CuentaDestino, destination), (BancoOrigen, Payers.First(bank => bank.Code == origin[..4]).Output),
                (TipoTransaccion, "TRANSFERENCIA"), (Sample.NameKey, p.Name), .. Fields(p),
            ]);
    }

    /// <summary>Two columns, label above value.</summary>
    public static Sample Columns(Payment p)
    {
        var origin = $"{Payer(p).Code}****{p.Tail}";
        var bank = Screen.Wrap(p.Bank.Full, 20);
        return Sample.Of(
            "generic-columns",
            new Screen().Text(34).Center("Pago móvil exitoso").Skip(2).Text(26)
                .Columns((0.06f, ["FECHA", $"{FechaOperacion}|{p.Date}"]), (0.55f, ["CUENTA DEBITADA", $"{CuentaOrigen}|{origin}"]))
                .Columns((0.06f, ["TRANSACCIÓN", $"{Referencia}|{p.Reference(10)}"]), (0.55f, ["IDENTIFICACIÓN", $"{Cedula}|V{p.Document}"]))
                .Columns((0.06f, ["BANCO RECEPTOR", .. bank.Select(line => $"{BancoDestino}|{line}")]), (0.55f, ["MONTO", $"{Monto}|Bs. {p.Money}"]))
                .Columns((0.06f, ["CELULAR DESTINO", $"{Telefono}|{p.Phone}"]), (0.55f, ["CONCEPTO", $"{Concepto}|{p.Concept}"]))
                .Skip(2).Center("Aceptar"),
            [
                (CuentaOrigen, origin), (Telefono, p.Phone), (BancoOrigen, Payers.First(bank => bank.Code == origin[..4]).Output),
                (TipoTransaccion, "Pago Móvil"), .. Fields(p),
            ]);
    }

    private static PrintedBank Payer(Payment p) => Payers[p.Digits[7] % Payers.Length];

    private static (string, string)[] Fields(Payment p) =>
    [
        (Monto, p.Plain), (Referencia, p.Reference(10)), (FechaOperacion, p.Date), (Cedula, $"V-{p.Document}"), (BancoDestino, p.Bank.Output), (Concepto, p.Concept),
    ];
}
