using System.Text.Json.Serialization;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;

namespace Ocr.Results.Documents;

/// <summary>A receipt in the responses of <c>/api/receipts</c>. Values have the corrections applied.</summary>
public sealed record ReceiptEntry
{
    /// <summary>Opaque id.</summary>
    [JsonPropertyName("receipt_id")]
    public required string ReceiptId { get; init; }

    /// <summary>Increases with every decision, correction and reading; the entity tag without its quotes.</summary>
    [JsonPropertyName("version")]
    public required int Version { get; init; }

    /// <summary>Batch of the current reading.</summary>
    [JsonPropertyName("request_id")]
    public required string RequestId { get; init; }

    /// <summary>Name of the current result.</summary>
    [JsonPropertyName("result_file")]
    public required string ResultFile { get; init; }

    /// <summary>Stored name.</summary>
    [JsonPropertyName("nombre_archivo")]
    public required string FileName { get; init; }

    /// <summary>Fields of the upload.</summary>
    [JsonPropertyName("metadata_whatsapp")]
    public required WhatsappMetadata Whatsapp { get; init; }

    /// <summary>When its first result was stored, UTC.</summary>
    [JsonPropertyName("stored_at")]
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>When its current result was stored, UTC.</summary>
    [JsonPropertyName("processed_at")]
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>All sixteen values, corrections applied.</summary>
    [JsonPropertyName("campos")]
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Currency of the amount; blank when there is none.</summary>
    [JsonPropertyName("moneda")]
    public required string Currency { get; init; }

    /// <summary>Whether it can be paid out on, corrections applied.</summary>
    [JsonPropertyName("completo")]
    public required bool Complete { get; init; }

    /// <summary>Keys that are missing for it.</summary>
    [JsonPropertyName("campos_faltantes")]
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Doubts about uncorrected fields.</summary>
    [JsonPropertyName("dudas")]
    public required IReadOnlyList<FieldDoubt> Doubts { get; init; }

    /// <summary>Whether the image shows a receipt.</summary>
    [JsonPropertyName("es_recibo")]
    public required bool IsReceipt { get; init; }

    /// <summary>State of the payment.</summary>
    [JsonPropertyName("estado_pago")]
    public required string PaymentState { get; init; }

    /// <summary>Decision of the policy.</summary>
    [JsonPropertyName("decision")]
    public required DecisionEntry Decision { get; init; }

    /// <summary>The earlier receipt that it repeats; absent when there is none.</summary>
    [JsonPropertyName("duplicado"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DuplicateEntry? Duplicate { get; init; }

    /// <summary>The decision of a person.</summary>
    [JsonPropertyName("revision")]
    public required RevisionEntry Revision { get; init; }

    /// <summary>Corrected values.</summary>
    [JsonPropertyName("correcciones")]
    public required IReadOnlyList<CorrectionEntry> Corrections { get; init; }

    /// <summary>Why it could not be read; absent on success.</summary>
    [JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntryError? Error { get; init; }

    /// <summary>The entry of a receipt.</summary>
    /// <param name="row">The receipt.</param>
    public static ReceiptEntry Of(ReceiptIndexRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var details = ReceiptDetails.Read(row.Details);
        return new ReceiptEntry
        {
            ReceiptId = ReceiptIds.Of(row.ReceiptId),
            Version = row.Version,
            RequestId = row.RequestId,
            ResultFile = row.ResultFile,
            FileName = row.StoredName,
            Whatsapp = new WhatsappMetadata(row.DrawNumber, row.DrawDate, row.WhatsappId, row.SenderName, row.SentAt),
            StoredAt = row.StoredAt,
            ReadAt = row.ReadAt,
            Fields = FieldKeys.All.ToDictionary(key => key, key => details[key]),
            Currency = row.Currency,
            Complete = row.Complete,
            Missing = details.Missing,
            Doubts = details.Doubts,
            IsReceipt = row.IsReceipt,
            PaymentState = row.PaymentState,
            Decision = new DecisionEntry(row.Decision, details.Reasons),
            Duplicate = row.Duplicate == DuplicateKind.None || row.DuplicateOf is null ? null : DuplicateEntry.Of(row.Duplicate, row.DuplicateOf.Value),
            Revision = RevisionEntry.Of(row),
            Corrections = CorrectionEntry.Of(row),
            Error = row.ReasonCode is { } code ? new EntryError(code, details.Error ?? "") : null,
        };
    }
}

/// <summary>The earlier receipt of a duplicate.</summary>
public sealed record DuplicateEntry(
    [property: JsonPropertyName("receipt_id")] string ReceiptId,
    [property: JsonPropertyName("seguro")] bool Sure,
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Reason)
{
    /// <summary>The entry of a kind.</summary>
    /// <param name="kind">Match of the two.</param>
    /// <param name="earlier">The earlier one.</param>
    public static DuplicateEntry Of(DuplicateKind kind, Guid earlier)
    {
        var mark = DuplicateMark.Of(kind, "", "");
        return new DuplicateEntry(ReceiptIds.Of(earlier), kind.IsSure(), mark.Code, mark.Reason);
    }
}
