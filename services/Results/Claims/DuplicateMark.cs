using System.Text.Json.Serialization;

namespace Ocr.Results.Claims;

/// <summary>The earlier file that a receipt repeats, or may repeat: <c>duplicado_de</c> and <c>posible_duplicado</c>.</summary>
public sealed record DuplicateMark(
    [property: JsonPropertyName("nombre_archivo")] string FileName,
    [property: JsonPropertyName("request_id")] string RequestId,
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("motivo")] string Reason)
{
    /// <summary>The mark of a kind.</summary>
    /// <param name="kind">Match of the two.</param>
    /// <param name="fileName">Stored name of the earlier one.</param>
    /// <param name="requestId">Its batch.</param>
    public static DuplicateMark Of(DuplicateKind kind, string fileName, string requestId)
    {
        var (code, reason) = kind switch
        {
            DuplicateKind.SameImage => ("MISMA_IMAGEN", "La misma imagen ya fue enviada."),
            DuplicateKind.SameReference => ("MISMA_REFERENCIA", "Un recibo anterior tiene el mismo banco y la misma referencia."),
            DuplicateKind.SimilarReference => ("REFERENCIA_PARECIDA", "Un recibo anterior tiene el mismo monto y una referencia que difiere en un dígito; fecha y beneficiario coinciden o no se ven completos."),
            DuplicateKind.PartialReference => ("REFERENCIA_PARCIAL", "Un recibo anterior tiene el mismo monto y una referencia que empieza o termina igual; fecha y beneficiario coinciden o no se ven completos."),
            DuplicateKind.UnsureReference => ("REFERENCIA_IGUAL", "Un recibo anterior tiene el mismo monto y la misma referencia, pero el banco o la referencia no se leyeron con seguridad."),
            DuplicateKind.UnreadReference => ("REFERENCIA_NO_LEIDA", "Un recibo anterior tiene el mismo monto, fecha y pagador, y en uno de los dos no se lee la referencia."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return new DuplicateMark(fileName, requestId, code, reason);
    }
}
