using Ocr.Extractor.Text;

namespace Ocr.Extractor.Tests.Text;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("áàäâãÁÀÄÂÃ", 'a')]
    [InlineData("éèëêÉÈËÊ", 'e')]
    [InlineData("íìïîÍÌÏÎ", 'i')]
    [InlineData("óòöôõÓÒÖÔÕ", 'o')]
    [InlineData("úùüûÚÙÜÛ", 'u')]
    [InlineData("ñÑ", 'n')]
    [InlineData("çÇ", 'c')]
    public void A_letter_loses_its_accent_and_case(string letters, char folded) => Assert.All(letters, letter => Assert.Equal(folded, TextFold.Fold(letter)));

    [Fact]
    public void Other_characters_lose_only_their_case()
    {
        const string upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆΩ";
        Assert.Equal("abcdefghijklmnopqrstuvwxyzæω", string.Concat(upper.Select(TextFold.Fold)));
        Assert.Equal("az09@[`{ ~¿º", string.Concat("az09@[`{ ~¿º".Select(TextFold.Fold)));
    }

    [Theory]
    [InlineData("Nº Operación:", "noperacion")]
    [InlineData("¡Listo! 12,50", "listo1250")]
    [InlineData("", "")]
    public void A_key_has_only_letters_and_digits(string text, string key) => Assert.Equal(key, TextFold.Key(text));

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5_000)]
    public void A_key_may_have_any_length(int length) => Assert.Equal(new string('n', length), TextFold.Key(new string('Ñ', length)));
}
