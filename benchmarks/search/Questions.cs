using System.Globalization;
using Ocr.Contracts;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;

namespace Ocr.SearchBenchmark;

/// <summary>Searches as people make them, each for the values of a random receipt.</summary>
internal static class Questions
{
    /// <summary>Name and address of every kind of search.</summary>
    public static IReadOnlyList<(string Name, Func<ReceiptIndexRow, Random, string> Query)> All { get; } =
    [
        ("reference, whole", (row, _) => $"referencia={Details(row)[FieldKeys.Referencia]}"),
        ("reference, last six digits", (row, _) => $"referencia={Details(row)[FieldKeys.Referencia][^6..]}"),
        ("reference, last three digits", (row, _) => $"referencia={Details(row)[FieldKeys.Referencia][^3..]}"),
        ("phone", (row, _) => $"telefono=0{Reversed(row.PhoneEnd)}"),
        ("cédula", (row, _) => $"cedula=V-{Reversed(row.DocumentEnd)}"),
        ("amount as typed", (row, _) => $"monto={Typed(row)}"),
        ("sender's name", (row, _) => $"remitente={Uri.EscapeDataString(row.SenderName)}"),
        ("WhatsApp id", (row, _) => $"idWhatsapp={Uri.EscapeDataString(row.WhatsappId)}"),
        ("file", (row, _) => $"archivo={Uri.EscapeDataString(row.StoredName)}"),
        ("draw", (row, _) => Draw(row)),
        ("draw and state", (row, _) => $"{Draw(row)}&estado={row.Review.Name()}"),
        ("draw, bank and decision", (row, _) => $"{Draw(row)}&decision={row.Decision}&banco={Uri.EscapeDataString(row.OriginBank)}"),
        ("state, latest first", (row, _) => $"estado={row.Review.Name()}"),
        ("bank and day", (row, _) => $"banco={Uri.EscapeDataString(row.OriginBank)}&desde={Day(row)}&hasta={Day(row)}"),
        ("days", (row, _) => $"desde={Day(row)}&hasta={Day(row)}"),
        ("state of the payment in a month", (row, _) => $"estado_pago=pendiente&desde={Day(row)}&hasta={row.StoredAt.AddDays(30):yyyy-MM-dd}"),
        ("sender and amount", (row, _) => $"remitente={Uri.EscapeDataString(row.SenderName)}&monto={Typed(row)}"),
        ("review queue", (_, _) => "orden=riesgo"),
        ("latest receipts", (_, _) => ""),
    ];

    private static string Draw(ReceiptIndexRow row) => $"fechasorteo={row.DrawDate}&numerosorteo={row.DrawNumber}";

    private static string Day(ReceiptIndexRow row) => row.StoredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Typed(ReceiptIndexRow row) =>
        (row.AmountCents!.Value / 100m).ToString("#,##0.00", new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." });

    private static ReceiptDetails Details(ReceiptIndexRow row) => ReceiptDetails.Read(row.Details);

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
