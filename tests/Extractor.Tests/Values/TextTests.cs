using Ocr.Extractor.Layout;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

public sealed class TextTests
{
    [Theory]
    [InlineData("ROSA MEDINA,", "ROSA MEDINA")]
    [InlineData(":Factura 0231", "Factura 0231")]
    [InlineData("- cuota 3 de 6", "cuota 3 de 6")]
    [InlineData("INVERSIONES EL AVILA C.A.", "INVERSIONES EL AVILA C.A.")]
    public void Separators_around_a_text_are_not_a_part_of_it(string printed, string expected) =>
        Assert.Equal(expected, new TextGrammar().Find(Grammar.Line(printed), shared: false).Single().Value);

    [Theory]
    [InlineData("- :")]
    [InlineData("( )")]
    public void A_text_has_a_letter_or_a_digit(string printed) => Assert.Empty(new TextGrammar().Find(Grammar.Line(printed), shared: false));

    [Fact]
    public void Names_banks_and_texts_are_not_numbers() => Assert.Equal(
        ["bank", "name", "text"], Shipped.Rules.Grammars.Values.Where(grammar => !grammar.IsNumber).Select(grammar => grammar.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(0.5f, "GONZALEZ")]
    [InlineData(6f, "GON ZALEZ")]
    public void Touching_pieces_of_a_word_are_one_word(float gap, string expected)
    {
        Token left = new(0, "GON", new Box(0, 0, 40, 20), 1), right = new(1, "ZALEZ", new Box(40 + gap, 0, 110, 20), 1);
        Assert.Equal(expected, new Run([[left, right]]).Text);
    }
}
