using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Tests.Scoring;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("1.234,56", nameof(Shape.Decimals))]
    [InlineData("Bs.1.234,56", nameof(Shape.Decimals))]
    [InlineData("1.234", nameof(Shape.Grouped))]
    [InlineData("04141234567", nameof(Shape.Phone))]
    [InlineData("+584141234567", nameof(Shape.Phone))]
    [InlineData("0414", nameof(Shape.PhonePrefix))]
    [InlineData("0414****567", nameof(Shape.MaskedPhone))]
    [InlineData("01/07/2026", nameof(Shape.Date))]
    [InlineData("01-07-26", nameof(Shape.Date))]
    [InlineData("15:40:22", nameof(Shape.Time))]
    [InlineData("V12345678", nameof(Shape.Document))]
    [InlineData("12.345.678", nameof(Shape.Document))]
    [InlineData("0102****0001", nameof(Shape.MaskedAccount))]
    [InlineData("01020000000000000001", nameof(Shape.Account))]
    [InlineData("0105", nameof(Shape.BankCode))]
    [InlineData("2026", nameof(Shape.Year))]
    public void A_text_has_the_form_of_its_kind(string text, string form) => Assert.True(Shapes.Of(text).Forms.HasFlag(Enum.Parse<Shape>(form)));

    [Theory]
    [InlineData("Referencia")]
    [InlineData("")]
    [InlineData("12")]
    public void Other_texts_have_none(string text) => Assert.Equal(Shape.None, Shapes.Of(text).Forms);

    [Fact]
    public void Every_form_has_a_bit_of_the_features() => Assert.Equal(Shapes.FormCount, Enum.GetValues<Shape>().Length - 1);
}
