using Ocr.Extractor.Layout;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

public sealed class DecimalsTests
{
    [Theory]
    [InlineData("1.250", "75", 0.5, "1250.75")]
    [InlineData("1.250,", "75", 0.5, "1250.75")]
    [InlineData("1.250", ",75", 0.5, "1250.75")]
    [InlineData("24.596", "07", 0.4, "24596.07")]
    [InlineData("980", "50", 0.6, "980.50")]
    public void Small_cents_after_large_figures_are_its_decimals(string whole, string cents, double size, string expected)
    {
        var match = new AmountGrammar().Find(Run(whole, cents, size), shared: false).First();
        Assert.Equal(expected, Normalizers.ByName["two-decimals"].Apply(match.Value));
        Assert.Null(match.Flaw);
    }

    [Theory]
    [InlineData("1.250", "75", "1.250,75")]
    [InlineData("1.250,", "75", "1.250,75")]
    [InlineData("1.250", ",75", "1.250,75")]
    [InlineData("1,250.", "75", "1,250.75")]
    [InlineData("1,250", ".75", "1,250.75")]
    public void A_separator_that_is_printed_is_not_added_again(string whole, string cents, string expected)
    {
        var run = Run(whole, cents, 0.5);
        Assert.Equal((expected, true), (run.Text, run.IsJoined));
    }

    [Theory]
    [InlineData("1.250", "75", 1, 6, 2)]
    [InlineData("1.250,00", "75", 0.5, 6, 2)]
    [InlineData("1.250", "755", 0.5, 6, 2)]
    [InlineData("1.250", "Bs", 0.5, 6, 2)]
    [InlineData("1.250", "75", 0.5, 60, 2)]
    [InlineData("1.250", "75", 0.5, 6, 50)]
    [InlineData("1.250", "75", 0.5, 6, -20)]
    [InlineData("ROSA", "75", 0.5, 6, 2)]
    public void Other_figures_beside_an_amount_are_not(string whole, string cents, double size, float gap, float drop)
    {
        var run = Run(whole, cents, size, gap, drop);
        Assert.Equal(($"{whole} {cents}", false), (run.Text, run.IsJoined));
        Assert.DoesNotContain(new AmountGrammar().Find(run, shared: false), match => Normalizers.ByName["two-decimals"].Apply(match.Value) == "1250.75");
    }

    [Theory]
    [InlineData("1.250**")]
    [InlineData("1.250°7")]
    [InlineData("1234,567")]
    [InlineData("2.681\"")]
    public void An_amount_that_continues_with_unread_ink_is_never_shortened(string printed) =>
        Assert.DoesNotContain(new AmountGrammar().Find(Grammar.Line(printed), shared: false), match => match.Flaw is null && match.Problem is null);

    [Theory]
    [InlineData("Bs. 24.596", false)]
    [InlineData("24.596 Bs", true)]
    [InlineData("Bs. 24.596,00", true)]
    public void An_amount_without_a_visible_end_has_a_flaw(string printed, bool isWhole) =>
        Assert.Equal(isWhole, new AmountGrammar().Find(Grammar.Line(printed), shared: false).First().Flaw is null);

    [Theory]
    [InlineData("7.046,10 (USD 30,00 Tasa BCV 234,87)", "7046.10")]
    [InlineData("$ 30,00 Bs. 7.046,10", "7046.10")]
    public void Bolivars_come_before_their_equivalent(string printed, string expected) => Assert.Equal(expected, Grammar.Value("amount", printed));

    private static Run Run(string whole, string cents, double size, float gap = 6, float drop = 2) => new(
        [[
            new Token(0, whole, new Box(0, 0, 200, 60), 1),
            new Token(1, cents, new Box(200 + gap, drop, 240 + gap, drop + (float)(60 * size)), 1),
        ]],
        joined: true);
}
