using Ocr.Contracts;
using Ocr.Results.Data;

namespace Ocr.Results.Tests;

public sealed class FieldBitsTests
{
    // Stored rows contain these numbers. A new key gets the next one; these stay as they are.
    [Theory]
    [InlineData("monto", 1)]
    [InlineData("referencia", 2)]
    [InlineData("telefono", 4)]
    [InlineData("cedula", 8)]
    [InlineData("banco_origen", 16)]
    [InlineData("banco_destino", 32)]
    [InlineData("concepto", 64)]
    [InlineData("fecha_operacion", 128)]
    [InlineData("tipo_transaccion", 256)]
    [InlineData("hora_operacion", 512)]
    [InlineData("numero_operacion", 1024)]
    [InlineData("cuenta_origen", 2048)]
    [InlineData("cuenta_destino", 4096)]
    [InlineData("identificador_fiscal", 8192)]
    [InlineData("comprobante_pago", 16384)]
    [InlineData("canal_pago", 32768)]
    public void A_stored_number_keeps_its_field(string key, int bit)
    {
        Assert.Equal(bit, FieldBits.Of(field => field == key));
        Assert.True(FieldBits.Has(bit, key));
        Assert.False(FieldBits.Has(~bit, key));
    }

    [Fact]
    public void Every_field_has_a_bit() => Assert.Equal(FieldKeys.All.Order(StringComparer.Ordinal), FieldBits.Keys.Order(StringComparer.Ordinal));
}
