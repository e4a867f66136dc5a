using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Tests;

public sealed class FieldComparisonTests
{
    [Theory]
    [InlineData(FieldKeys.Monto, "12.00", "12.00", true)]
    [InlineData(FieldKeys.Monto, "12.00", "12.0", false)]
    [InlineData(FieldKeys.Referencia, "000123", "123", false)]
    [InlineData(FieldKeys.BancoOrigen, "BANCO MERCANTIL", "BANCO  MERCANTIL", false)]
    [InlineData(FieldKeys.Concepto, "pago del café", "pago  del café ", true)]
    [InlineData(FieldKeys.Concepto, "pago del café", "pago del cafe", false)]
    [InlineData(FieldKeys.Concepto, "Pago", "pago", false)]
    [InlineData(Truth.NameKey, "José Peña", "José  Peña", true)]
    public void Is_exact_but_for_blanks_in_free_text(string key, string expected, string actual, bool right) =>
        Assert.Equal(right, FieldComparison.IsRight(key, expected, actual));

    [Theory]
    [InlineData("José Peña", "JOSE  PENA", true)]
    [InlineData("38 42", "3842", true)]
    [InlineData("José", "Josué", false)]
    public void Folded_lets_case_accents_and_blanks_pass(string expected, string actual, bool alike) =>
        Assert.Equal(alike, FieldComparison.IsAlike(expected, actual));
}
