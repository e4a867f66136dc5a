using CsCheck;

namespace Ocr.Extractor.Tests.Values;

public sealed class ReferenceAndAccountTests
{
    [Theory]
    [InlineData("000000000001", "000000000001")]
    [InlineData("000000000001 D", "000000000001")]
    [InlineData("000000000001 1", "000000000001")]
    [InlineData("000000000001 I", "000000000001")]
    [InlineData("000000000001I", "000000000001")]
    [InlineData("000000001I", "000000001")]
    [InlineData("00303938734I", "003039387341")]
    [InlineData("000000000001-", "000000000001")]
    [InlineData("00000 0000001", "000000000001")]
    [InlineData("12345678 Bs 500,00", "12345678")]
    [InlineData("00000000001 01/07/2025", "00000000001")]
    [InlineData("2255073853\n6", "22550738536")]
    [InlineData("0001", "0001")]
    public void Reads_references_with_their_zeros_and_without_the_icon(string printed, string expected) => Assert.Equal(expected, Grammar.Value("reference", printed));

    [Theory]
    [InlineData("Fecha")]
    [InlineData("rencia")]
    [InlineData("123")]
    [InlineData("01/07/2025")]
    public void Ignores_pieces_of_labels_and_dates(string printed) => Assert.Null(Grammar.Match("reference", printed));

    [Theory]
    [InlineData("TRX00A41185234B")]
    [InlineData("PM061309215585")]
    [InlineData("REF008A2226627B")]
    public void A_reference_with_letters_is_given_as_printed(string printed)
    {
        Assert.Equal(printed, Grammar.Value("reference", printed));
        Assert.Null(Grammar.Match("reference", printed)!.Flaw);
    }

    [Theory]
    [InlineData("REF00012345678", "00012345678")]
    [InlineData("REF.00012345678", "00012345678")]
    [InlineData("Ref3201EFBA0BB4", "3201EFBA0BB4")]
    [InlineData("136798698el", "136798698")]
    [InlineData("133752953752al 27/10", "133752953752")]
    [InlineData("TRX162A906421908335B,", "TRX162A906421908335B")]
    public void A_word_merged_with_a_reference_is_not_part_of_it(string printed, string expected) => Assert.Equal(expected, Grammar.Value("reference", printed));

    [Fact]
    public void A_letter_after_all_digits_may_be_an_icon() => Assert.Equal("El último carácter puede ser un icono", Grammar.Match("reference", "006069812356D")!.Flaw);

    [Fact]
    public void Every_printed_reference_is_read() =>
        Gen.String[Gen.Char['0', '9'], 5, 20].Sample(reference => Grammar.Value("reference", reference) == reference);

    [Theory]
    [InlineData("0102****0000", "0102****0000", "0102")]
    [InlineData("0102 ****0 0000", "0102****00000", "0102")]
    [InlineData("Cta. Corriente BNC: ***0000", "***0000", null)]
    [InlineData("Cuenta de Ahorro - ....0000", "....0000", null)]
    [InlineData("Cta. Ahorro *0000", "*0000", null)]
    [InlineData("0156****", "0156****", "0156")]
    [InlineData("0102****0000•", "0102****0000", "0102")]
    [InlineData("0102****0000 - ***•*••", "0102****0000", "0102")]
    [InlineData("•**0000", "***0000", null)]
    [InlineData("0102*•**0000", "0102****0000", "0102")]
    [InlineData("*•0000", "*•0000", null)]
    [InlineData("**01", "**01", null)]
    [InlineData("01*2**0001", "01*2**0001", null)]
    [InlineData("01020000000000000001", "01020000000000000001", "0102")]
    public void Reads_accounts_without_the_words_around_them(string printed, string expected, string? code)
    {
        var match = Grammar.Match("account", printed)!;
        Assert.Equal(expected, match.Value);
        Assert.Equal(code, match.Prefix);
    }

    [Theory]
    [InlineData("***1")]
    [InlineData("0102000000000000001")]
    [InlineData("010200000000000000001")]
    [InlineData("0102*0000000000000001")]
    public void Another_number_of_digits_is_not_an_account(string printed) => Assert.Null(Grammar.Match("account", printed));

    [Theory]
    [InlineData("04120000001")]
    [InlineData("0412 - ....001")]
    [InlineData("0412****001")]
    [InlineData("04**-***0001")]
    [InlineData("123,45")]
    public void A_phone_or_an_amount_is_not_an_account(string printed) => Assert.Null(Grammar.Match("account", printed));
}
