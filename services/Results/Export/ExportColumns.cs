using System.Globalization;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;

namespace Ocr.Results.Export;

/// <summary>Type of a cell in a spreadsheet.</summary>
internal enum CellKind
{
    /// <summary>Text, also for digits, to keep leading zeros.</summary>
    Text,

    /// <summary>Number with two decimals.</summary>
    Amount,

    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>Date without time.</summary>
    Date,

    /// <summary>Instant, UTC.</summary>
    Instant,
}

/// <summary>A receipt with its details, read once for all columns.</summary>
internal sealed record ExportedReceipt(ReceiptIndexRow Row, ReceiptDetails Details, IReadOnlyList<CorrectionEntry> Corrections)
{
    public static ExportedReceipt Of(ReceiptIndexRow row) => new(row, ReceiptDetails.Read(row.Details), CorrectionEntry.Of(row));
}

/// <summary>A column: its name, the type of its cells, and the value, null for a blank cell.</summary>
internal sealed record ExportColumn(string Name, CellKind Kind, Func<ExportedReceipt, object?> Value);

/// <summary>The columns of an exported draw. Values have the corrections applied; read values are in the column of corrections.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        Text("receipt_id", item => ReceiptIds.Of(item.Row.ReceiptId)),
        Text("nombre_archivo", item => item.Row.StoredName),
        Text("fechasorteo", item => item.Row.DrawDate),
        Text("numerosorteo", item => item.Row.DrawNumber),
        Text("idWhatsapp", item => item.Row.WhatsappId),
        Text("nombre_whatsapp", item => item.Row.SenderName),
        Text("horamin", item => item.Row.SentAt.Replace('-', ':')),
        Field(FieldKeys.Referencia),
        new("monto", CellKind.Amount, item => item.Row.AmountCents is { } cents ? cents / 100m : NullIfBlank(item.Details[FieldKeys.Monto])),
        Text("moneda", item => item.Row.Currency),
        Field(FieldKeys.BancoOrigen), Field(FieldKeys.BancoDestino), Field(FieldKeys.Telefono), Field(FieldKeys.Cedula),
        Text("beneficiario", item => item.Details.Beneficiary),
        new(FieldKeys.FechaOperacion, CellKind.Date, item => DateOnly.TryParseExact(item.Row.PaidOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : NullIfBlank(item.Details[FieldKeys.FechaOperacion])),
        Field(FieldKeys.HoraOperacion), Field(FieldKeys.Concepto), Field(FieldKeys.TipoTransaccion), Field(FieldKeys.NumeroOperacion),
        Field(FieldKeys.CuentaOrigen), Field(FieldKeys.CuentaDestino), Field(FieldKeys.IdentificadorFiscal), Field(FieldKeys.ComprobantePago), Field(FieldKeys.CanalPago),
        Text("decision", item => item.Row.Decision),
        Text("decision_motivos", item => string.Join(" | ", item.Details.Reasons.Select(reason => $"{reason.Code}: {reason.Text}"))),
        Text("revision", item => item.Row.Review.Name()),
        Text("revision_persona", item => item.Row.ReviewedBy),
        new("revision_fecha", CellKind.Instant, item => item.Row.ReviewedAt),
        Text("revision_motivo", item => item.Row.ReviewReason),
        Text("estado_pago", item => item.Row.PaymentState),
        Text("completo", item => item.Row.Complete ? "si" : "no"),
        Text("campos_faltantes", item => string.Join(" | ", item.Details.Missing)),
        Text("dudas", item => string.Join(" | ", item.Details.Doubts.Select(doubt => $"{doubt.Field}: {doubt.Reason}"))),
        Text("correcciones", item => string.Join(" | ", item.Corrections.Select(correction => $"{correction.Field}: {Shown(correction.Read)} → {Shown(correction.Value)}"))),
        Text("duplicado", item => item.Row.Duplicate == DuplicateKind.None ? null : DuplicateMark.Of(item.Row.Duplicate, "", "").Code),
        Text("duplicado_de", item => item.Row.DuplicateOf is { } earlier ? ReceiptIds.Of(earlier) : null),
        Text("error", item => item.Details.Error),
        new("version", CellKind.Integer, item => item.Row.Version),
        Text("request_id", item => item.Row.RequestId),
    ];

    private static ExportColumn Text(string name, Func<ExportedReceipt, string?> value) => new(name, CellKind.Text, item => NullIfBlank(value(item)));

    private static ExportColumn Field(string key) => Text(key, item => item.Details[key]);

    private static string? NullIfBlank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Shown(string value) => value.Length == 0 ? "(vacío)" : value;
}
