using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>A generated receipt of a bank without an app of its own in the rules, with some of its values replaced.</summary>
internal static class PaymentScreen
{
    private static readonly (string Label, string Value)[] Rows =
    [
        ("Monto", "Bs. 1.284,56"), ("Referencia", "003912847561"), ("Fecha", "11/03/2026 10:42 am"), ("Banco emisor", "Banco Exterior"),
        ("Banco receptor", "Banco Mercantil"), ("Cédula del beneficiario", "V-14872365"), ("Teléfono del beneficiario", "0416-3382915"), ("Concepto", "almuerzo"),
    ];

    /// <summary>Reads the receipt with rules and model together.</summary>
    /// <param name="label">Label of the replaced value.</param>
    /// <param name="value">Its value.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="newLabel">Another label for it.</param>
    /// <param name="extra">A last row, label and value.</param>
    public static ExtractedReceipt Read(string? label = null, string? value = null, string title = "Pago móvil exitoso", string? newLabel = null, (string Label, string Value)? extra = null)
    {
        var screen = new Screen().Text(30).Center(title).Skip();
        foreach (var row in Rows)
        {
            screen.Row(row.Label == label ? newLabel ?? row.Label : row.Label, null, row.Label == label ? value ?? row.Value : row.Value);
        }

        if (extra is var (last, text))
        {
            screen.Row(last, null, text);
        }

        return Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height, new DateOnly(2026, 3, 12));
    }
}
