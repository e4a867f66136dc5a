using System.Text.Json.Serialization;
using Ocr.Contracts;
using Ocr.ServiceDefaults;

namespace Ocr.Gateway.Events;

/// <summary>Data of <c>receipt.read</c> and <c>receipt.duplicate</c>, with the keys of the individual JSON.</summary>
internal sealed record ReceiptData
{
    [JsonPropertyName("request_id")]
    public required string RequestId { get; init; }

    [JsonPropertyName("receipt_id")]
    public required string ReceiptId { get; init; }

    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    [JsonPropertyName("result_file")]
    public required string ResultFile { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErrorData? Error { get; init; }

    [JsonPropertyName("extracted_fields")]
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    [JsonPropertyName("moneda")]
    public required string Currency { get; init; }

    [JsonPropertyName("estado_pago")]
    public required string PaymentState { get; init; }

    [JsonPropertyName("decision")]
    public required DecisionData Decision { get; init; }

    [JsonPropertyName("duplicado_de"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EarlierData? DuplicateOf { get; init; }

    [JsonPropertyName("posible_duplicado"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EarlierData? PossibleDuplicateOf { get; init; }

    [JsonPropertyName("metadata_whatsapp")]
    public required MetadataData Metadata { get; init; }

    public static ReceiptData Of(ReceiptProcessed message, ReceiptSummary summary) => new()
    {
        RequestId = message.RequestId,
        ReceiptId = ReceiptIds.Of(message.ReceiptId),
        FileName = summary.StoredName,
        ResultFile = message.ResultFile,
        Status = message.Succeeded ? "success" : "error",
        Error = message.Succeeded ? null : new ErrorData(message.ReasonCode ?? "", message.Message ?? ""),
        Fields = summary.Fields,
        Currency = summary.Currency,
        PaymentState = summary.PaymentState,
        Decision = new DecisionData(summary.Verdict, [.. summary.Reasons.Select(reason => new ReasonData(reason.Code, reason.Text, reason.Field))]),
        DuplicateOf = EarlierData.Of(summary.DuplicateOf),
        PossibleDuplicateOf = EarlierData.Of(summary.PossibleDuplicateOf),
        Metadata = MetadataData.Of(summary.Metadata),
    };
}

/// <summary>Why a receipt could not be read.</summary>
internal sealed record ErrorData([property: JsonPropertyName("codigo")] string Code, [property: JsonPropertyName("mensaje")] string Message);

/// <summary>Decision on a receipt.</summary>
internal sealed record DecisionData(
    [property: JsonPropertyName("valor")] string Verdict, [property: JsonPropertyName("motivos")] IReadOnlyList<ReasonData> Reasons);

/// <summary>A reason of the decision.</summary>
internal sealed record ReasonData(
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Text,
    [property: JsonPropertyName("campo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field);

/// <summary>An earlier receipt.</summary>
internal sealed record EarlierData(
    [property: JsonPropertyName("nombre_archivo")] string FileName,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Text)
{
    public static EarlierData? Of(EarlierReceipt? earlier) =>
        earlier is null ? null : new EarlierData(earlier.StoredName, earlier.RequestId, earlier.Code, earlier.Text);
}

/// <summary>The operator's fields.</summary>
internal sealed record MetadataData(
    [property: JsonPropertyName("numerosorteo")] string DrawNumber,
    [property: JsonPropertyName("fechasorteo")] string DrawDate,
    [property: JsonPropertyName("idWhatsapp")] string WhatsappId,
    [property: JsonPropertyName("nombre")] string SenderName,
    [property: JsonPropertyName("horamin")] string SentAt,
    [property: JsonPropertyName("texto_mensaje_whatsapp")] string Caption)
{
    public static MetadataData Of(ReceiptMetadata metadata) => new(
        metadata.DrawNumber, metadata.DrawDate, metadata.WhatsappId, metadata.SenderName, metadata.SentAt, metadata.Caption ?? "");
}

/// <summary>Data of <c>batch.completed</c>.</summary>
internal sealed record BatchData(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("total_archivos")] int Size,
    [property: JsonPropertyName("archivos_exitosos")] int Succeeded,
    [property: JsonPropertyName("archivos_con_error")] int Failed,
    [property: JsonPropertyName("fecha_apertura")] DateTimeOffset OpenedAt,
    [property: JsonPropertyName("fecha_fin")] DateTimeOffset CompletedAt);

/// <summary>Data of <c>batch.progress</c>.</summary>
internal sealed record ProgressData(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("files_total"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total,
    [property: JsonPropertyName("files_done")] int Done);

/// <summary>Data of <c>review.decided</c>.</summary>
internal sealed record ReviewData(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("filename"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FileName,
    [property: JsonPropertyName("decision")] string Decision,
    [property: JsonPropertyName("por")] string By,
    [property: JsonPropertyName("fecha")] DateTimeOffset At,
    [property: JsonPropertyName("motivo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);
