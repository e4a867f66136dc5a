using CsCheck;

namespace Ocr.Extractor.Tests.Values;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("V-12345678", "V-12345678")]
    [InlineData("V12345678", "V-12345678")]
    [InlineData("V - 12.345.678", "V-12345678")]
    [InlineData("V -12345678", "V-12345678")]
    [InlineData("V:12345678", "V-12345678")]
    [InlineData("E- 82345678", "E-82345678")]
    [InlineData("12.345.678", "V-12345678")]
    [InlineData("12345678", "V-12345678")]
    [InlineData("V-\n12345678", "V-12345678")]
    [InlineData("J-12345678-9", "J-123456789")]
    [InlineData("1/345678", "V-17345678")]
    [InlineData("1/34567", "V-1734567")]
    [InlineData("V-012345678", "V-12345678")]
    [InlineData("E-082345678", "E-82345678")]
    [InlineData("J-012345678", "J-012345678")]
    [InlineData("87654321 V-12345678", "V-12345678")]
    public void Reads_documents_in_every_form(string printed, string expected) => Assert.Equal(expected, Grammar.Value("document", printed));

    [Theory]
    [InlineData("12345678", true)]
    [InlineData("V-12345678", false)]
    public void Notes_whether_the_letter_was_added(string printed, bool inferred)
    {
        var match = Grammar.Match("document", printed)!;
        Assert.Equal(inferred, match.PrefixInferred);
        Assert.Equal(inferred ? "El comprobante no muestra la letra del documento; se supone V" : null, match.Note);
    }

    [Theory]
    [InlineData("J-12345678-9", "J-12345678-9")]
    [InlineData("J-123456789", "J-12345678-9")]
    [InlineData("V-12345678-3", "V-12345678-3")]
    [InlineData("V-12345678", "")]
    [InlineData("12345678", "")]
    public void Only_companies_and_checked_numbers_are_tax_numbers(string printed, string expected) => Assert.Equal(expected, Grammar.Value("tax-number", printed));

    [Theory]
    [InlineData("G-20009997-6")]
    [InlineData("J-07013380-5")]
    [InlineData("J-00002961-0")]
    [InlineData("J-00002967-0")]
    [InlineData("J-00002961-9")]
    public void The_banks_own_numbers_are_not_a_beneficiary(string printed) => Assert.Null(Grammar.Match("document", printed));

    [Theory]
    [InlineData("12345")]
    [InlineData("1234567890")]
    [InlineData("12/345")]
    [InlineData("12/3456789")]
    public void Rejects_other_lengths(string printed) => Assert.Null(Grammar.Match("document", printed));

    [Fact]
    public void A_number_with_two_other_digits_than_a_banks_is_a_document() => Assert.Equal("J-000079670", Grammar.Value("document", "J-00007967-0"));

    [Theory]
    [InlineData("12345678", "")]
    [InlineData("1/345678", "")]
    [InlineData("V-1/345678", "")]
    [InlineData("V-12345678", "V-12345678")]
    [InlineData("87654321 V-12345678", "V-12345678")]
    public void Next_to_a_shared_label_only_digits_with_a_letter_are_a_document(string printed, string expected) =>
        Assert.Equal(expected, Grammar.Value("document", printed, shared: true));

    [Fact]
    public void A_slash_for_a_seven_is_doubtful() => Assert.True(Grammar.Match("document", "1/345678")!.Quality <= 0.5);

    [Fact]
    public void Every_printed_document_is_read() => Gen.Select(Gen.OneOfConst("V", "E"), Gen.Int[100_000, 39_999_999], Gen.OneOfConst("-", "", " - ", ":"))
        .Sample((letter, number, separator) => Grammar.Value("document", $"{letter}{separator}{number}") == $"{letter}-{number}");
}
