using Ocr.Recognition.Amounts;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.Amounts;

public sealed class AmountWordsTests
{
    [Theory]
    [InlineData("1.250,75", 0.99, true)]
    [InlineData("\"**11.710,94", 0.46, true)] // a raised unit, misread
    [InlineData("8.700**", 0.81, true)] // raised cents, misread
    [InlineData("10279", 0.96, true)]
    [InlineData("20/11/2026", 0.99, false)]
    [InlineData("3:40", 0.99, false)]
    [InlineData("0414-5551298", 0.99, false)]
    [InlineData("04145551298", 0.99, false)]
    [InlineData("47%", 0.99, false)]
    [InlineData("0102****7713", 0.99, false)]
    [InlineData("*3391", 0.60, false)]
    [InlineData("0156****", 0.97, false)]
    [InlineData("cartones", 0.99, false)]
    [InlineData("7", 0.99, false)]
    public void Only_possible_amounts_are_reread(string text, double confidence, bool expected) =>
        Assert.Equal(expected, AmountWords.MayBeAmount(Word(text, confidence)));

    [Theory]
    [InlineData("Bs.", 0.99, true)]
    [InlineData("00", 0.99, true)]
    [InlineData("Monto", 0.60, true)]
    [InlineData("Bs.", 0.60, false)]
    [InlineData("94Bs", 0.99, false)]
    public void Words_that_were_read_well_are_kept(string text, double confidence, bool expected) =>
        Assert.Equal(expected, AmountWords.IsDelimiter(Word(text, confidence)));

    [Theory]
    [InlineData("Bs", true)]
    [InlineData("Bs.D", true)]
    [InlineData("$", true)]
    [InlineData("usd", true)]
    [InlineData("Banco", false)]
    public void Units_are_known(string text, bool expected) => Assert.Equal(expected, AmountWords.IsUnit(Word(text, 0.9)));

    private static Word Word(string text, double confidence) => new(text, (float)confidence, new PixelBox(0, 0, 10, 10));
}
