using System.Globalization;

namespace Ocr.Client;

/// <summary>Receipts as the fields of a form.</summary>
internal static class ReceiptForm
{
    /// <summary>Adds a receipt.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">Name of the file field.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="suffix">Follows the names of the metadata.</param>
    public static void Add(MultipartFormDataContent form, string field, Receipt receipt, string suffix)
    {
        form.Add(new ReadOnlyMemoryContent(receipt.Content), field, receipt.FileName);
        foreach (var (name, value) in Metadata(receipt))
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), name + suffix);
            }
        }
    }

    private static (string Name, string? Value)[] Metadata(Receipt receipt) =>
    [
        ("numerosorteo", receipt.DrawNumber),
        ("fechasorteo", receipt.DrawDate?.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
        ("idWhatsapp", receipt.WhatsappId),
        ("nombre", receipt.SenderName),
        ("horamin", receipt.SentAt?.ToString("HH-mm", CultureInfo.InvariantCulture)),
        ("caption", receipt.Caption),
        ("otro", receipt.Other),
    ];
}
