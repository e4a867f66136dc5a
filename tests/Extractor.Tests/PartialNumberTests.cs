using Ocr.Contracts;

namespace Ocr.Extractor.Tests;

/// <summary>Numbers of which the screen or the reader shows a part only are never paid on.</summary>
public sealed class PartialNumberTests
{
    [Fact]
    public void The_whole_receipt_is_accepted() => Assert.Equal(Verdicts.Accept, PaymentScreen.Read().Decision!.Verdict);

    [Theory]
    [InlineData("00391284...")]
    [InlineData("00391284…")]
    [InlineData("00391284 ...")]
    [InlineData("...847561")]
    [InlineData("…847561")]
    [InlineData("... 847561")]
    [InlineData("**** 847561")]
    [InlineData("•••• 7561234")]
    [InlineData("••••7561234")]
    [InlineData("XXXX 847561")]
    [InlineData("XXXXXX847561")]
    [InlineData("xxxx847561")]
    public void A_reference_whose_other_digits_are_hidden_is_not_valid(string printed)
    {
        var read = PaymentScreen.Read("Referencia", printed);
        Assert.False(read.Fields[FieldKeys.Referencia].Valid);
        Assert.NotNull(read.Fields[FieldKeys.Referencia].Reason);
        Assert.Equal(Verdicts.Review, read.Decision!.Verdict);
    }

    [Theory]
    [InlineData("Monto", "Bs. 1.28...", FieldKeys.Monto)]
    [InlineData("Monto", "Bs. 12,84…", FieldKeys.Monto)]
    [InlineData("Cédula del beneficiario", "V-148723...", FieldKeys.Cedula)]
    [InlineData("Cédula del beneficiario", "V-148723XX", FieldKeys.Cedula)]
    [InlineData("Fecha", "11/03/20...", FieldKeys.FechaOperacion)]
    public void A_number_that_ends_in_an_ellipsis_or_a_mask_is_not_valid(string label, string printed, string field)
    {
        var read = PaymentScreen.Read(label, printed);
        Assert.False(read.Fields[field].Valid);
        Assert.Equal(Verdicts.Review, read.Decision!.Verdict);
    }

    [Theory]
    [InlineData("Referencia", "0039 1284 56", FieldKeys.Referencia)]
    [InlineData("Referencia", "0039128475 61", FieldKeys.Referencia)]
    [InlineData("Cédula del beneficiario", "V-148723 65", FieldKeys.Cedula)]
    [InlineData("Cédula del beneficiario", "V-1487236 5", FieldKeys.Cedula)]
    [InlineData("Cédula del beneficiario", "V-1 4872365", FieldKeys.Cedula)]
    [InlineData("Cédula del beneficiario", "1487236 5", FieldKeys.Cedula)]
    [InlineData("Monto", "Bs. 1'284,56", FieldKeys.Monto)]
    [InlineData("Monto", "Bs. 1·284,56", FieldKeys.Monto)]
    [InlineData("Monto", "Bs. 1-284,56", FieldKeys.Monto)]
    public void A_number_beside_more_digits_is_doubted(string label, string printed, string field)
    {
        var read = PaymentScreen.Read(label, printed);
        Assert.NotEmpty(read.Fields[field].Warnings);
        Assert.Equal(Verdicts.Review, read.Decision!.Verdict);
    }

    [Theory]
    [InlineData("Referencia", "003912847561 1", FieldKeys.Referencia, "003912847561")]
    [InlineData("Referencia", "0039 1284 7561", FieldKeys.Referencia, "003912847561")]
    [InlineData("Referencia", "#003912847561", FieldKeys.Referencia, "003912847561")]
    [InlineData("Referencia", "003912847561 11/03/2026", FieldKeys.Referencia, "003912847561")]
    [InlineData("Monto", "- 1.284,56 Bs", FieldKeys.Monto, "1284.56")]
    [InlineData("Referencia", "........ 003912847561", FieldKeys.Referencia, "003912847561")]
    [InlineData("Fecha", "11/03/2026 • 10:42 am", FieldKeys.FechaOperacion, "11/03/2026")]
    public void A_whole_number_beside_other_signs_is_accepted(string label, string printed, string field, string value)
    {
        var read = PaymentScreen.Read(label, printed);
        Assert.Equal(value, read.Fields[field].Value);
        Assert.Equal(Verdicts.Accept, read.Decision!.Verdict);
    }
}
