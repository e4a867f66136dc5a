using Ocr.Extractor.Text;

namespace Ocr.Extractor.Tests.Text;

public sealed class NumericFoldTests
{
    [Theory]
    [InlineData("1O2", "102")]
    [InlineData("1O2 7l8", "102 718")]
    [InlineData("12QoI|!SBZ3456789", "12001115823456789")]
    [InlineData("1.2.O", "1.2.0")]
    [InlineData("1.2O", "1.20")]
    [InlineData("1,2O", "1,20")]
    [InlineData("1/2O", "1/20")]
    [InlineData("1-2O", "1-20")]
    [InlineData("1:2O", "1:20")]
    [InlineData("1*2O", "1*20")]
    public void Letters_inside_a_number_become_the_digits_that_they_resemble(string text, string folded) => Assert.Equal(folded, NumericFold.Fold(text));

    [Theory]
    [InlineData("O1")]
    [InlineData("SOL")]
    [InlineData("1OO2")]
    [InlineData("AC12")]
    [InlineData("1 O 2")]
    public void Text_with_fewer_than_two_digits_or_as_many_letters_as_digits_is_not_a_number(string text) => Assert.Equal(text, NumericFold.Fold(text));

    [Theory]
    [InlineData("Bs.S01O", "Bs.S010")]
    [InlineData("Bs.S91O", "Bs.S910")]
    [InlineData("BS.D12O", "BS.D120")]
    [InlineData("BsS01O", "BsS010")]
    [InlineData("BsD91O", "BsD910")]
    [InlineData("Bs12O", "Bs120")]
    [InlineData("-Bs.S01O", "-Bs.S010")]
    [InlineData("-BsS01O", "-BsS010")]
    [InlineData("–Bs12O", "–Bs120")]
    [InlineData("VES12", "VES12")]
    [InlineData("VES1O2", "VES102")]
    [InlineData("-VES1O2", "-VES102")]
    [InlineData("VED1O2", "VED102")]
    public void The_letters_of_a_currency_before_the_digits_stay(string text, string folded) => Assert.Equal(folded, NumericFold.Fold(text));

    [Theory]
    [InlineData("Bs.SB12")]
    [InlineData("BsSB12")]
    public void An_S_that_no_digit_follows_is_not_part_of_the_currency(string text) => Assert.Equal(text, NumericFold.Fold(text));

    [Theory]
    [InlineData("1A2", "142", "142")]
    [InlineData("0O1234", null, "001234")]
    [InlineData("12A45678", "12445678", "12445678")] // no letter resembles a 4: only the digit reading has it
    [InlineData("12A45678", null, "12A45678")]
    [InlineData("12A45678", "1245678", "12A45678")] // different length
    [InlineData("V12345678", "712345678", "V12345678")]
    [InlineData("Bs500,00", "85500,00", "Bs500,00")]
    [InlineData("12:30pm", "12:3000", "12:30pm")]
    [InlineData("Bs1l0,00", "85170,00", "Bs170,00")]
    [InlineData("1,2", "1-2", "1,2")]
    [InlineData("1A2", "1x2", "1A2")]
    [InlineData("V1A2Bs", "614285", "V142Bs")]
    [InlineData("1A2", null, "1A2")]
    [InlineData("1A2", "14", "1A2")]
    [InlineData("1A", "14", "1A")]
    public void Letters_between_digits_take_the_digits_of_a_second_reading(string text, string? digits, string folded) =>
        Assert.Equal(folded, NumericFold.Fold(text, digits));
}
