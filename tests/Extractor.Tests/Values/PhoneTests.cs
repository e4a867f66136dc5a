using CsCheck;

namespace Ocr.Extractor.Tests.Values;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("04120000001", "04120000001")]
    [InlineData("0422-0000001", "04220000001")]
    [InlineData("0412 - 0000001", "04120000001")]
    [InlineData("0424 000 0001", "04240000001")]
    [InlineData("0416.0000001", "04160000001")]
    [InlineData("0412/0000001", "04120000001")]
    [InlineData("(0426) 0000001", "04260000001")]
    [InlineData("+58 412 0000001", "04120000001")]
    [InlineData("584140000001", "04140000001")]
    [InlineData("00584140000001", "04140000001")]
    [InlineData("O4120000001", "04120000001")]
    public void Reads_phones_with_any_spacing(string printed, string expected)
    {
        Assert.Equal(expected, Grammar.Value("phone", printed));
        Assert.Null(Grammar.Match("phone", printed)!.Problem);
    }

    [Theory]
    [InlineData("0412 - ....001", "0412....001")]
    [InlineData("0412 - ...001", "0412....001")]
    [InlineData("0412-.....001", "0412....001")]
    [InlineData("04**-***0001", "04*****0001")]
    [InlineData("04****0001", "04****0001")]
    [InlineData("0414***00", "0414***00")]
    [InlineData("0414•***001", "0414****001")]
    [InlineData("0412 *** 001", "0412***001")]
    [InlineData("0412 ****001", "0412****001")]
    [InlineData("0414**00001", "0414**00001")]
    [InlineData("0414*******", "0414*******")]
    [InlineData("04*******01", "04*******01")]
    [InlineData("0412*..001", "0412*..001")]
    [InlineData("0412000..0001", "0412000..0001")]
    public void Keeps_masked_phones_masked_without_their_separators(string printed, string expected)
    {
        var match = Grammar.Match("phone", printed)!;
        Assert.Equal(expected, match.Value);
        Assert.True(match.Masked);
        Assert.Equal(("El comprobante muestra el teléfono enmascarado", "venezolano"), (match.Problem, match.Format));
    }

    [Theory]
    [InlineData("0414*000001")]
    [InlineData("04********1")]
    public void One_mark_or_few_digits_are_not_a_masked_phone(string printed) => Assert.Null(Grammar.Match("phone", printed));

    [Theory]
    [InlineData("00000000001")]
    [InlineData("01050000001")]
    [InlineData("04130000001")]
    [InlineData("02120000001")]
    [InlineData("041200000012")]
    public void Rejects_numbers_with_another_prefix_or_length(string printed) => Assert.Null(Grammar.Match("phone", printed));

    [Fact]
    public void Every_printed_phone_is_read() =>
        Gen.Select(Gen.OneOfConst("0412", "0422", "0414", "0424", "0416", "0426"), Gen.Int[0, 9_999_999], Gen.OneOfConst("", " ", "-", " - ", "."))
            .Sample((prefix, number, separator) => Grammar.Value("phone", $"{prefix}{separator}{number:0000000}") == $"{prefix}{number:0000000}");
}
