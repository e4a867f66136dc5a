using System.Collections.Frozen;
using Ocr.Contracts;

namespace Ocr.Extractor.Decision;

/// <summary>Codes and sentences of decisions (docs/fields.md). Codes never change.</summary>
internal static class DecisionReasons
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        [FieldKeys.Monto] = "el monto",
        [FieldKeys.Referencia] = "la referencia",
        [FieldKeys.Telefono] = "el teléfono del beneficiario",
        [FieldKeys.Cedula] = "el documento del beneficiario",
        [FieldKeys.BancoOrigen] = "el banco de origen",
        [FieldKeys.BancoDestino] = "el banco de destino",
        [FieldKeys.Concepto] = "el concepto",
        [FieldKeys.FechaOperacion] = "la fecha",
        [FieldKeys.TipoTransaccion] = "el tipo de transacción",
        [FieldKeys.HoraOperacion] = "la hora",
        [FieldKeys.NumeroOperacion] = "el número de operación",
        [FieldKeys.CuentaOrigen] = "la cuenta de origen",
        [FieldKeys.CuentaDestino] = "la cuenta de destino",
        [FieldKeys.IdentificadorFiscal] = "el RIF del beneficiario",
        [FieldKeys.ComprobantePago] = "el número de comprobante",
        [FieldKeys.CanalPago] = "el canal de pago",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> States = new Dictionary<string, string>
    {
        [PaymentStates.Done] = "El pago está realizado",
        [PaymentStates.Pending] = "El pago está pendiente",
        [PaymentStates.Scheduled] = "El pago está programado para después",
        [PaymentStates.Rejected] = "El pago fue rechazado",
        [PaymentStates.Reversed] = "El pago fue reversado",
        [PaymentStates.Voided] = "El pago fue anulado",
        [PaymentStates.Received] = "Es el aviso de un pago recibido, no el comprobante de quien paga",
        [PaymentStates.Requested] = "Es una solicitud o una confirmación de datos, no un pago",
        [PaymentStates.Unknown] = "No se ve si el pago se realizó",
    }.ToFrozenDictionary();

    public static DecisionReason Incomplete { get; } = Of("INCOMPLETO", "El recibo no está completo.");

    public static DecisionReason NotAReceipt(string? reason) => Of("NO_ES_RECIBO", reason ?? "La imagen no es un recibo.");

    public static DecisionReason State(string state, string? text) => Of($"ESTADO_{state.ToUpperInvariant()}", $"{States[state]}{Printed(text)}.");

    public static DecisionReason UnsureState(string state, string? text) =>
        Of("ESTADO_DUDOSO", $"{States[state]}{Printed(text)}, pero no se lee con seguridad.");

    public static DecisionReason SeveralReceipts(int count) => Of("VARIOS_RECIBOS", $"La imagen muestra {count} recibos.");

    public static DecisionReason Currency(string currency, IEnumerable<string> expected) =>
        Of("OTRA_MONEDA", $"El monto está en {currency}, no en {string.Join(" o ", expected)}.", FieldKeys.Monto);

    public static DecisionReason Missing(string key) => Of("CAMPO_FALTANTE", $"Falta {Names[key]}.", key);

    public static DecisionReason Invalid(string key, string? reason) => Of("CAMPO_INVALIDO", Sentence(key, "no es un valor válido", reason), key);

    public static DecisionReason Unsure(string key, double confidence, double min) => Of(
        "CONFIANZA_BAJA", FormattableString.Invariant($"{Capital(Names[key])} se leyó con confianza {confidence:0.00}; se pide {min:0.00}."), key);

    public static DecisionReason Doubt(string key, string doubt) => Of("CAMPO_DUDOSO", Sentence(key, "es de lectura dudosa", doubt), key);

    public static DecisionReason Note(string key, string note) => Of("CAMPO_CON_NOTA", Sentence(key, "tiene una nota", note), key);

    private static DecisionReason Of(string code, string text, string? field = null) => new() { Code = code, Text = text, Field = field };

    private static string Sentence(string key, string what, string? why) =>
        $"{Capital(Names[key])} {what}{(string.IsNullOrEmpty(why) ? "" : $": {char.ToLowerInvariant(why[0])}{why[1..].TrimEnd('.')}")}.";

    private static string Printed(string? text) => string.IsNullOrWhiteSpace(text) ? "" : $" («{text}»)";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
