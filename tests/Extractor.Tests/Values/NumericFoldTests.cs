using Ocr.Extractor.Text;

namespace Ocr.Extractor.Tests.Values;

public sealed class NumericFoldTests
{
    [Theory]
    [InlineData("0O1234", null, "001234")]
    [InlineData("12A45678", "12445678", "12445678")] // no letter resembles a 4: only the digit reading has it
    [InlineData("12A45678", null, "12A45678")]
    [InlineData("12A45678", "1245678", "12A45678")] // different length
    [InlineData("V12345678", "712345678", "V12345678")]
    [InlineData("Bs500,00", "85500,00", "Bs500,00")]
    [InlineData("12:30pm", "12:3000", "12:30pm")]
    [InlineData("Bs1l0,00", "85170,00", "Bs170,00")]
    public void Letters_between_digits_are_replaced(string text, string? digits, string expected) =>
        Assert.Equal(expected, NumericFold.Fold(text, digits));
}
