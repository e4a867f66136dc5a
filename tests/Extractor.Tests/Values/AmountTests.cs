using System.Globalization;
using CsCheck;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

public sealed class AmountTests
{
    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1234,56", "1234.56")]
    [InlineData("10000,00", "10000.00")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1900.0", "1900.00")]
    [InlineData("-$10.00", "10.00")]
    [InlineData("Bs. 1,00", "1.00")]
    [InlineData("Bs.1,00", "1.00")]
    [InlineData("Bs 1,00", "1.00")]
    [InlineData("1,00 Bs", "1.00")]
    [InlineData("1,00Bs", "1.00")]
    [InlineData("123,458s", "123.45")]
    [InlineData("8s. 104,54", "104.54")]
    [InlineData("Bs.S 12,50", "12.50")]
    [InlineData("VES 12,50", "12.50")]
    [InlineData("1.234", "1234.00")]
    [InlineData("12 345,67", "12345.67")]
    [InlineData("1.234 ,56", "1234.56")]
    [InlineData("14. .958,14", "14958.14")]
    [InlineData("14.958, ,14", "14958.14")]
    [InlineData("980, ,50", "980.50")]
    [InlineData("1O4,54", "104.54")]
    public void Reads_amounts_in_both_conventions(string printed, string expected) => Assert.Equal(expected, Grammar.Value("amount", printed));

    [Theory]
    [InlineData("$10.00", "USD")]
    [InlineData("10.00 USDT", "USDT")]
    [InlineData("Bs. 10,00", "BS")]
    [InlineData("10,00", "BS")]
    public void Reads_the_currency(string printed, string currency) => Assert.Equal(currency, Grammar.Match("amount", printed)!.Currency);

    [Theory]
    [InlineData("10454 y 1.234,56", "1234.56")]
    [InlineData("Tasa 234,87 Monto Bs. 7.046,10", "7046.10")]
    [InlineData("30,00 USD total 7.046,10", "7046.10")]
    [InlineData("30,00 USD total 7.046,10 Bs", "7046.10")]
    public void The_most_certain_amount_in_bolivares_comes_first(string printed, string expected) => Assert.Equal(expected, Grammar.Value("amount", printed));

    [Theory]
    [InlineData("10,00", "")]
    [InlineData("Bs. 10,00", "10.00")]
    [InlineData("10,00 Bs", "10.00")]
    [InlineData("20,00 y Bs. 10,00", "10.00")]
    [InlineData("$ 30,00 Bs. 7.046,10", "7046.10")]
    [InlineData("$30.00 Bs 7.046,10", "7046.10")]
    [InlineData("USD 30,00 Bs.7.046,10", "7046.10")]
    [InlineData("Bs. 7.046,10 $ 30,00", "7046.10")]
    public void Next_to_a_shared_label_only_an_amount_with_its_unit_counts(string printed, string expected) =>
        Assert.Equal(expected, Grammar.Value("amount", printed, shared: true));

    [Theory]
    [InlineData("Bs. 24.596", "No se ve el final del monto: faltan los decimales")]
    [InlineData("24.596", "No se ve el final del monto: faltan los decimales")]
    [InlineData("24.596 Bs", null)]
    [InlineData("24.596,00", null)]
    public void An_amount_without_a_visible_end_has_a_reason(string printed, string? flaw) => Assert.Equal(flaw, Grammar.Match("amount", printed)!.Flaw);

    [Theory]
    [InlineData("Bs", "BS")]
    [InlineData("Bs.", "BS")]
    [InlineData("BsS", "BS")]
    [InlineData("8s", "BS")]
    [InlineData("VES", "BS")]
    [InlineData("(Bs.)", "BS")]
    [InlineData("$", "USD")]
    [InlineData("US$", "USD")]
    [InlineData("USD", "USD")]
    [InlineData("USDT", "USDT")]
    [InlineData("ROSA", null)]
    [InlineData("Base", null)]
    [InlineData("10,00", null)]
    public void A_unit_has_a_currency_and_other_words_have_none(string word, string? currency) => Assert.Equal(currency, AmountGrammar.CurrencyOf(word));

    [Fact]
    public void An_amount_has_the_form_of_a_decimal() => Assert.Equal("decimal", Grammar.Match("amount", "1.234,56")!.Format);

    [Fact]
    public void A_number_without_separator_is_doubtful() => Assert.True(Grammar.Match("amount", "10454 Bs")!.Quality < 0.5);

    [Theory]
    [InlineData("9.07309", "9073.09")]
    [InlineData("Bs. 82.12941", "82129.41")]
    public void Cents_that_were_merged_with_the_last_group_are_a_doubt(string printed, string expected)
    {
        Assert.Equal(expected, Grammar.Value("amount", printed));
        Assert.Equal("No se ve la coma de los decimales", Grammar.Match("amount", printed)!.Doubt);
    }

    [Theory]
    [InlineData("0.05000")]
    [InlineData("1.2345")]
    [InlineData("12,3456")]
    public void Rejects_numbers_that_are_not_an_amount(string printed) => Assert.Null(Grammar.Match("amount", printed));

    [Fact]
    public void Every_printed_form_of_an_amount_is_read() => Gen.Select(Gen.Int[1, 99_999_999], Gen.Int[0, 3]).Sample((cents, style) =>
    {
        var amount = cents / 100m;
        var us = amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
        var printed = style switch
        {
            0 => us,
            1 => us.Replace(",", "", StringComparison.Ordinal).Replace('.', ','),
            2 => "Bs. " + us.Replace(',', ' ').Replace('.', ',').Replace(' ', '.'),
            _ => us.Replace(',', ' ').Replace('.', ',').Replace(' ', '.') + " Bs",
        };
        return Grammar.Value("amount", printed) == DecimalNumber.Format(amount);
    });
}
