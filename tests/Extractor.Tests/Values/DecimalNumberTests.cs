using System.Globalization;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

public sealed class DecimalNumberTests
{
    [Theory]
    [InlineData("123.456", "123456", 0.8)]
    [InlineData("1.234.567", "1234567", 0.8)]
    [InlineData("123.456,78", "123456.78", 1)]
    [InlineData("123,456.78", "123456.78", 1)]
    [InlineData("1.234.56,78", "123456.78", 0.65)]
    [InlineData("1.23.456,78", "123456.78", 0.65)]
    [InlineData("123456789012345", "123456789012345", 0.4)]
    [InlineData("123456789012345,67", "123456789012345.67", 1)]
    public void Reads_both_formats_with_a_quality(string text, string expected, double quality)
    {
        var number = DecimalNumber.Parse(text)!.Value;
        Assert.Equal((decimal.Parse(expected, CultureInfo.InvariantCulture), quality), (number.Value, number.Quality));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234.567")]
    [InlineData("1.23.456")]
    [InlineData("1234567890123456")]
    [InlineData("1234567890123456,78")]
    public void Other_texts_are_not_numbers(string text) => Assert.Null(DecimalNumber.Parse(text));
}
