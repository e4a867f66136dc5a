using Ocr.Contracts;

namespace Ocr.ReceiptCli.Tests;

public sealed class SuccessRuleTests
{
    [Theory]
    [InlineData(FieldKeys.Concepto, true)]
    [InlineData(FieldKeys.FechaOperacion, true)]
    [InlineData(FieldKeys.Telefono, true)]
    [InlineData(FieldKeys.BancoDestino, true)]
    [InlineData(FieldKeys.Cedula, true)]
    [InlineData(FieldKeys.Referencia, false)]
    [InlineData(FieldKeys.Monto, false)]
    [InlineData(FieldKeys.BancoOrigen, false)]
    public void One_wrong_field_may_cost_the_receipt(string key, bool succeeds) =>
        Assert.Equal(succeeds, Sample.Receipt(Sample.Truth("a", "x", Sample.Printed), (key, "otro")).Succeeds);

    [Theory]
    [InlineData(FieldKeys.Telefono)]
    [InlineData(FieldKeys.BancoDestino)]
    public void Without_the_document_phone_and_bank_are_both_needed(string key) =>
        Assert.False(Sample.Receipt(Sample.Truth("a", "x", Sample.Printed), (FieldKeys.Cedula, ""), (key, "")).Succeeds);

    [Fact]
    public void An_alternative_that_is_not_printed_does_not_count_as_right()
    {
        var truth = Sample.Truth("a", "x", [.. Sample.Printed.Where(field => field.Key != FieldKeys.Cedula)]);
        Assert.False(Sample.Receipt(truth, (FieldKeys.Telefono, "04160000000")).Succeeds);
        Assert.True(Sample.Receipt(truth).Succeeds);
    }

    [Fact]
    public void Where_neither_is_printed_none_may_be_claimed()
    {
        var truth = Sample.Truth("a", "x", Sample.Printed[..3]);
        Assert.True(Sample.Receipt(truth).Succeeds);
        Assert.False(Sample.Receipt(truth, (FieldKeys.Cedula, "V-1")).Succeeds);
    }
}
