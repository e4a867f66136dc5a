using System.Globalization;
using CsCheck;
using Ocr.Results.Receipts;

namespace Ocr.Results.Tests.Search;

public sealed class TypedAmountTests
{
    [Theory]
    [InlineData("11165,04", 1_116_504)]
    [InlineData("11.165,04", 1_116_504)]
    [InlineData("11,165.04", 1_116_504)]
    [InlineData("11165.04", 1_116_504)]
    [InlineData("1.011.165,04", 101_116_504)]
    [InlineData("11165", 1_116_500)]
    [InlineData("11.165", 1_116_500)]
    [InlineData("11165,5", 1_116_550)]
    [InlineData("Bs 500", 50_000)]
    [InlineData("bs. 500,00", 50_000)]
    [InlineData("$20", 2_000)]
    [InlineData("0,50", 50)]
    [InlineData(" 1 200,00 ", 120_000)]
    public void Amounts_are_understood_as_people_type_them(string text, long cents) => Assert.Equal(cents, TypedAmount.Cents(text));

    [Theory]
    [InlineData("")]
    [InlineData("mucho")]
    [InlineData("1,2,3")]
    [InlineData("11.16.504")]
    [InlineData("1.2345,00")]
    [InlineData("-5")]
    [InlineData(",50")]
    [InlineData("12,")]
    [InlineData("1e5")]
    [InlineData("99999999999999999999")]
    public void Other_texts_are_not_amounts(string text) => Assert.Null(TypedAmount.Cents(text));

    private static readonly NumberFormatInfo Venezuelan = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    [Fact]
    public void Every_amount_is_found_in_every_form() => Gen.Long[0, 99_999_999_999].Sample(cents =>
    {
        var amount = cents / 100m;
        Assert.Equal(cents, TypedAmount.Cents(amount.ToString("0.00", CultureInfo.InvariantCulture)));
        Assert.Equal(cents, TypedAmount.Cents(amount.ToString("#,##0.00", CultureInfo.InvariantCulture)));
        Assert.Equal(cents, TypedAmount.Cents(amount.ToString("#,##0.00", Venezuelan)));
        Assert.Equal(cents, TypedAmount.OfStored(amount.ToString("0.00", CultureInfo.InvariantCulture)));
    });
}
