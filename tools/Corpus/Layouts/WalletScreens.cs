using System.Globalization;
using static Ocr.Contracts.FieldKeys;

namespace Ocr.Corpus.Layouts;

/// <summary>Payments in dollars: Zinli, Binance and Zelle.</summary>
internal static class WalletScreens
{
    private const string Months = "ENEFEBMARABRMAYJUNJULAGOSEPOCTNOVDIC";

    public static Sample Zinli(Payment p) => Sample.Of(
        "zinli",
        new Screen().Text(40).Center("Zinli").Text(30).Center("Recibo").Skip().Center("Enviaste dinero").Text(54).Center($"-${p.UsMoney}", Monto).Skip(2).Text(28)
            .Stack("Recibe", null, p.Name, "alguien@example.com")
            .Stack("Fecha", FechaOperacion, $"{p.When.Day} {Months.Substring(3 * (p.When.Month - 1), 3)} {p.When.Year} - {p.Format("h:mm tt")}")
            .Stack("Mensaje", Concepto, p.Concept),
        (Monto, p.Plain), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm")), (Concepto, p.Concept), (Sample.NameKey, p.Name),
        (TipoTransaccion, "Billetera"), (CanalPago, "Zinli"));

    public static Sample BinancePay(Payment p)
    {
        var order = p.Digits[..18].Replace('0', '3');
        return Sample.Of(
            "binance-pay",
            new Screen().Text(34).At(0.1f, "Detalles").Text(30).Center("Binance").Center("Pago exitoso").Text(50).Center($"-{p.UsMoney} USDT", Monto).Skip(2).Text(28)
                .Row("Nombre", Sample.NameKey, $"User-{p.Digits[^5..]}")
                .Row("ID de la orden", Referencia, order)
                .Row("Hora", FechaOperacion, p.Format("yyyy-MM-dd HH:mm:ss"))
                .Row("Pagado con", null, "Cuenta de fondos")
                .Skip().Center("Hecho"),
            (Monto, p.Plain), (Referencia, order), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (Sample.NameKey, $"User-{p.Digits[^5..]}"),
            (TipoTransaccion, "Binance"), (CanalPago, "Binance"));
    }

    /// <summary>Sold for bolívares: the amount is the fiat one, never the price or the quantity.</summary>
    public static Sample BinanceP2P(Payment p)
    {
        var order = ("2" + p.Digits)[..19];
        return Sample.Of(
            "binance-p2p",
            new Screen().Text(34).At(0.1f, "Detalles de la orden").Skip().Text(28).At(0.06f, "Orden Completada").Skip()
                .Row("Monto Fiat", Monto, $"Bs {p.UsMoney}")
                .Row("Precio Unitario", null, "Bs. 310.60")
                .Row("Cantidad Total", null, "241.81 USDT")
                .Row("Comisión de la orden", null, "0.44 USDT")
                .Row("Número de Orden", Referencia, order)
                .Row("Contraparte", null, $"Yuleima{p.Digits[..2]}")
                .Row("Método de Pago", null, "Pago Móvil")
                .Row("Fecha de Creación", FechaOperacion, p.Format("yyyy-MM-dd HH:mm:ss")),
            (Monto, p.Plain), (Referencia, order), (FechaOperacion, p.Date), (HoraOperacion, p.Format("HH:mm:ss")), (TipoTransaccion, "Binance"), (CanalPago, "Binance"));
    }

    public static Sample Zelle(Payment p)
    {
        var code = $"WX{p.Digits[..3]}KD{p.Digits[3..5]}M";
        var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(p.Name.ToLowerInvariant());
        return Sample.Of(
            "zelle",
            new Screen().Text(40).Center("Zelle").Text(30).Center("Your money has been sent").Text(50).Center($"${p.UsMoney}", Monto).Skip(2).Text(28)
                .Stack("To", Sample.NameKey, name)
                .Stack("Date", FechaOperacion, p.Format("MMM d, yyyy"))
                .Stack("Confirmation Number", Referencia, code)
                .Stack("From", null, $"Checking ...{p.Tail}")
                .Stack("Memo", Concepto, p.Concept),
            (Monto, p.Plain), (FechaOperacion, p.Date), (Referencia, code), (Concepto, p.Concept), (Sample.NameKey, name), (TipoTransaccion, "Zelle"), (CanalPago, "Zelle"));
    }
}
