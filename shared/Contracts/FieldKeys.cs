namespace Ocr.Contracts;

/// <summary>Keys of <c>extracted_fields</c>, in the order of the specification (§2.1). Meanings: <c>docs/fields.md</c>.</summary>
public static class FieldKeys
{
#pragma warning disable CS1591 // the names are the documentation; docs/fields.md has the meanings
    public const string Monto = "monto";
    public const string Referencia = "referencia";
    public const string Telefono = "telefono";
    public const string Cedula = "cedula";
    public const string BancoOrigen = "banco_origen";
    public const string BancoDestino = "banco_destino";
    public const string Concepto = "concepto";
    public const string FechaOperacion = "fecha_operacion";
    public const string TipoTransaccion = "tipo_transaccion";
    public const string HoraOperacion = "hora_operacion";
    public const string NumeroOperacion = "numero_operacion";
    public const string CuentaOrigen = "cuenta_origen";
    public const string CuentaDestino = "cuenta_destino";
    public const string IdentificadorFiscal = "identificador_fiscal";
    public const string ComprobantePago = "comprobante_pago";
    public const string CanalPago = "canal_pago";
#pragma warning restore CS1591

    /// <summary>All sixteen, in the order of the specification.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Monto, Referencia, Telefono, Cedula, BancoOrigen, BancoDestino, Concepto, FechaOperacion,
        TipoTransaccion, HoraOperacion, NumeroOperacion, CuentaOrigen, CuentaDestino, IdentificadorFiscal,
        ComprobantePago, CanalPago,
    ];
}
