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
    public void Reads_references_with_their_zeros_and_without_the_icon(string printed, string expected) => Assert.Equal(expected, Grammar.Value("reference", printed));

    [Theory]
    [InlineData("Fecha")]
    [InlineData("rencia")]
    [InlineData("123")]
    [InlineData("01/07/2025")]
    public void Takes_no_piece_of_a_label_or_of_a_date(string printed) => Assert.Null(Grammar.Match("reference", printed));

    [Fact]
    public void Every_reference_comes_back() =>
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
    [InlineData("01020000000000000001", "01020000000000000001", "0102")]
    public void Reads_accounts_without_the_words_around_them(string printed, string expected, string? code)
    {
        var match = Grammar.Match("account", printed)!;
        Assert.Equal(expected, match.Value);
        Assert.Equal(code, match.Prefix);
    }

    [Theory]
    [InlineData("04120000001")]
    [InlineData("0412 - ....001")]
    [InlineData("0412****001")]
    [InlineData("04**-***0001")]
    [InlineData("123,45")]
    public void A_phone_or_an_amount_is_no_account(string printed) => Assert.Null(Grammar.Match("account", printed));
}
