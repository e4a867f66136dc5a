using System.Text.Json.Serialization;
using Ocr.Contracts;

namespace Ocr.Results.Documents;

/// <summary>The five fields of an upload, in the form of the consolidated JSON.</summary>
public sealed record WhatsappMetadata(
    [property: JsonPropertyName("numerosorteo")] string DrawNumber,
    [property: JsonPropertyName("fechasorteo")] string DrawDate,
    [property: JsonPropertyName("idWhatsapp")] string WhatsappId,
    [property: JsonPropertyName("nombre")] string SenderName,
    [property: JsonPropertyName("horamin")] string SentAt)
{
    /// <summary>The fields of a receipt.</summary>
    /// <param name="metadata">Metadata from the operator.</param>
    public static WhatsappMetadata Of(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(metadata.DrawNumber, metadata.DrawDate, metadata.WhatsappId, metadata.SenderName, metadata.SentAt);
    }

    /// <summary>The message text, or the default sentence without one.</summary>
    /// <param name="metadata">Metadata from the operator.</param>
    public static string CaptionOf(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return metadata.Caption
            ?? $"Recibo de {metadata.SenderName} - {metadata.SentAt.Replace('-', ':')} - ID: {metadata.WhatsappId}";
    }
}

/// <summary>The fields of an upload, with the names of the individual JSON.</summary>
public sealed record FullWhatsappMetadata(
    [property: JsonPropertyName("numerosorteo")] string DrawNumber,
    [property: JsonPropertyName("fechasorteo")] string DrawDate,
    [property: JsonPropertyName("idWhatsapp")] string WhatsappId,
    [property: JsonPropertyName("nombre")] string SenderName,
    [property: JsonPropertyName("horamin")] string SentAt,
    [property: JsonPropertyName("sender_id")] string SenderId,
    [property: JsonPropertyName("sender_name")] string SenderNameAgain,
    [property: JsonPropertyName("hora_min")] string SentAtAgain,
    [property: JsonPropertyName("texto_mensaje_whatsapp")] string MessageText)
{
    /// <summary>The fields of a receipt.</summary>
    /// <param name="metadata">Metadata from the operator.</param>
    public static FullWhatsappMetadata Of(ReceiptMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(
            metadata.DrawNumber, metadata.DrawDate, metadata.WhatsappId, metadata.SenderName, metadata.SentAt,
            metadata.WhatsappId, metadata.SenderName, metadata.SentAt, WhatsappMetadata.CaptionOf(metadata));
    }
}
