using Ocr.Contracts;

namespace Ocr.Results.Data;

/// <summary>A set of fields as a number: bit n is the n-th key of <see cref="Keys"/>.</summary>
internal static class FieldBits
{
    /// <summary>The fields by bit. Rows contain the numbers, so a new key is added at the end, and none is moved or removed.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        FieldKeys.Monto, FieldKeys.Referencia, FieldKeys.Telefono, FieldKeys.Cedula, FieldKeys.BancoOrigen, FieldKeys.BancoDestino, FieldKeys.Concepto,
        FieldKeys.FechaOperacion, FieldKeys.TipoTransaccion, FieldKeys.HoraOperacion, FieldKeys.NumeroOperacion, FieldKeys.CuentaOrigen,
        FieldKeys.CuentaDestino, FieldKeys.IdentificadorFiscal, FieldKeys.ComprobantePago, FieldKeys.CanalPago,
    ];

    /// <summary>The set of fields that satisfy a condition.</summary>
    public static int Of(Func<string, bool> holds) => Keys.Index().Where(field => holds(field.Item)).Sum(field => 1 << field.Index);

    /// <summary>Whether a field is in the set.</summary>
    public static bool Has(int fields, string key) => Keys.Index().Any(field => field.Item == key && (fields & (1 << field.Index)) != 0);
}
