using System.Text.Json.Serialization;

namespace Ocr.Results.Receipts;

/// <summary>Data of a decision in the log.</summary>
internal sealed record DecisionLogData(
    [property: JsonPropertyName("decision")] string Decision,
    [property: JsonPropertyName("anterior")] string Before,
    [property: JsonPropertyName("motivo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonPropertyName("request_id")] string RequestId);

/// <summary>Data of a correction in the log.</summary>
internal sealed record CorrectionLogData(
    [property: JsonPropertyName("cambios")] IReadOnlyList<FieldChange> Changes,
    [property: JsonPropertyName("motivo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);

/// <summary>One changed field: the read value, the value before, and the value after.</summary>
internal sealed record FieldChange(
    [property: JsonPropertyName("campo")] string Field,
    [property: JsonPropertyName("leido")] string Read,
    [property: JsonPropertyName("anterior")] string Before,
    [property: JsonPropertyName("valor")] string After,
    [property: JsonPropertyName("retirada"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Withdrawn);

/// <summary>Data of a reading in the log, with the fields of the reading before it.</summary>
internal sealed record RereadLogData(
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("perfil")] string Profile,
    [property: JsonPropertyName("leido")] bool Succeeded,
    [property: JsonPropertyName("codigo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ReasonCode,
    [property: JsonPropertyName("anterior_request_id")] string FormerRequestId,
    [property: JsonPropertyName("anterior_resultado")] string FormerResult,
    [property: JsonPropertyName("anterior_campos")] IReadOnlyDictionary<string, string>? FormerFields);

/// <summary>The fields of a stored document.</summary>
internal sealed record FormerFields([property: JsonPropertyName("extracted_fields")] IReadOnlyDictionary<string, string> Fields);
