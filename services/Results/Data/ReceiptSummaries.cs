using System.Text.Json;
using Ocr.Contracts;

namespace Ocr.Results.Data;

/// <summary>Summaries of stored results, from their individual JSON.</summary>
internal static class ReceiptSummaries
{
    /// <summary>The summary of a result.</summary>
    /// <param name="row">The result.</param>
    /// <param name="batchSize">Number of receipts in its batch; <see langword="null"/> when it is not known.</param>
    public static ReceiptSummary Of(ResultRow row, int? batchSize)
    {
        using var json = JsonDocument.Parse(row.Document);
        var document = json.RootElement;
        var decision = Child(document, "decision");
        return new ReceiptSummary
        {
            Tenant = row.Tenant,
            BatchSize = batchSize,
            StoredName = row.StoredName,
            Fields = row.Succeeded
                ? FieldKeys.All.ToDictionary(key => key, key => Text(Child(document, "extracted_fields"), key), StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal),
            Currency = Text(document, "moneda"),
            PaymentState = Text(Child(document, "validacion_recibo"), "estado_pago") is { Length: > 0 } state ? state : PaymentStates.Unknown,
            Verdict = Text(decision, "valor") is { Length: > 0 } verdict ? verdict : Verdicts.Review,
            Reasons = [.. Items(decision, "motivos").Select(Reason)],
            DuplicateOf = Earlier(document, "duplicado_de"),
            PossibleDuplicateOf = Earlier(document, "posible_duplicado"),
            Metadata = Metadata(Child(document, "metadata_whatsapp")),
        };
    }

    private static DecisionReason Reason(JsonElement reason) => new()
    {
        Code = Text(reason, "codigo"),
        Text = Text(reason, "motivo"),
        Field = Text(reason, "campo") is { Length: > 0 } field ? field : null,
    };

    private static EarlierReceipt? Earlier(JsonElement document, string name) =>
        Child(document, name) is { ValueKind: JsonValueKind.Object } mark
            ? new EarlierReceipt
            {
                StoredName = Text(mark, "nombre_archivo"),
                RequestId = Text(mark, "request_id"),
                Code = Text(mark, "codigo"),
                Text = Text(mark, "motivo"),
            }
            : null;

    private static ReceiptMetadata Metadata(JsonElement metadata) => new()
    {
        DrawNumber = Text(metadata, "numerosorteo"),
        DrawDate = Text(metadata, "fechasorteo"),
        WhatsappId = Text(metadata, "idWhatsapp"),
        SenderName = Text(metadata, "nombre"),
        SentAt = Text(metadata, "horamin"),
        Caption = Text(metadata, "texto_mensaje_whatsapp"),
    };

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static string Text(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static JsonElement[] Items(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];
}
