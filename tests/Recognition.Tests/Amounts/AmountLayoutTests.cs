using Ocr.Recognition.Amounts;

namespace Ocr.Recognition.Tests.Amounts;

public sealed class AmountLayoutTests
{
    private const double Height = 30;
    private const double Baseline = 100;

    [Theory]
    [InlineData("1250", "75", 0.5, 0.5)] // raised cents, no separator
    [InlineData("1250,", "75", 0.5, 0.5)] // the figure's own comma
    [InlineData("86", "44", 0.65, 0.35)]
    [InlineData("1250", "75", 0.6, 0)] // small cents on the baseline
    public void Smaller_cents_are_a_part_of_their_own(string figure, string cents, double size, double lift)
    {
        var ink = new Ink().Add(figure).Add(cents, size, lift);
        var parts = AmountLayout.Of(ink.Glyphs, ink.Box, []);
        Assert.Equal([PartKind.Figure, PartKind.After], parts.Select(part => part.Kind));
        Assert.True(parts[1].Region.X0 > parts[0].Region.X1 - 5, "the cents stand right of the figure");
        Assert.Equal(size, parts[1].Region.Height / parts[0].Region.Height, 0.05);
        Assert.True(lift == 0 || parts[1].Region.Y1 < parts[0].Region.Y1 - 5, "raised cents end above the figure's foot");
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.6, 0)]
    public void A_smaller_unit_before_the_figure_is_a_separate_part(double size, double lift)
    {
        var ink = new Ink().Add("VS.", size, lift).Add("14.676,44");
        var parts = AmountLayout.Of(ink.Glyphs, ink.Box, []);
        Assert.Equal([PartKind.Before, PartKind.Figure], parts.Select(part => part.Kind));
        Assert.True(parts[0].Region.X1 < parts[1].Region.X0 + 5);
    }

    [Fact]
    public void Raised_cents_and_a_following_unit_in_the_figures_size_are_two_parts()
    {
        var ink = new Ink().Add("64216").Add("00", 0.55, 0.45).Skip(8).Add("VES");
        Assert.Equal([PartKind.Figure, PartKind.After, PartKind.After], AmountLayout.Of(ink.Glyphs, ink.Box, []).Select(part => part.Kind));
    }

    [Fact]
    public void Two_rings_are_noughts_though_they_are_as_low_as_a_mark()
    {
        var ink = new Ink().Add("2681,").Add("00", 0.26, 0.7, width: 0.26);
        Assert.Equal([PartKind.Figure, PartKind.After], AmountLayout.Of(ink.Glyphs, ink.Box, []).Select(part => part.Kind));
    }

    [Theory]
    [InlineData("1.250,75")]
    [InlineData("83.672,00Bs")] // the s alone is lower, as it is in any word
    [InlineData("Bs.1.250,00")]
    [InlineData("0414")]
    public void A_word_of_one_size_is_unchanged(string text)
    {
        var ink = new Ink().Add(text);
        Assert.Empty(AmountLayout.Of(ink.Glyphs, ink.Box, []));
    }

    [Fact]
    public void A_long_comma_is_not_a_part()
    {
        var ink = new Ink().Add("2681").Mark(0.4, 0.2).Add("00", 0.5, 0.5);
        Assert.Equal([PartKind.Figure, PartKind.After], AmountLayout.Of(ink.Glyphs, ink.Box, []).Select(part => part.Kind));
    }

    [Fact]
    public void A_figure_whose_box_was_cut_short_is_extended_to_its_end()
    {
        var ink = new Ink().Add("1.250,75");
        var parts = AmountLayout.Of(ink.Glyphs, ink.Box with { X1 = ink.Box.X1 - 20 }, []);
        Assert.Equal([PartKind.Figure], parts.Select(part => part.Kind));
        Assert.True(parts[0].Region.X1 >= ink.Box.X1 - 4);
    }

    [Fact]
    public void What_another_word_holds_does_not_lengthen_the_figure()
    {
        var ink = new Ink().Add("1.250,75");
        var cut = ink.Box.X1 - 20;
        Assert.Empty(AmountLayout.Of(ink.Glyphs, ink.Box with { X1 = cut }, [ink.Box with { X0 = cut }]));
    }

    /// <summary>Boxes of characters in sequence: marks low, <c>s</c> with x-height, all others with digit height.</summary>
    private sealed class Ink
    {
        private double _x = 50;

        public List<Glyph> Glyphs { get; } = [];

        public PixelBox Box => new(48, (int)(Baseline - (Height * 1.1)), (int)_x, (int)(Baseline + (Height * 0.3)));

        public Ink Add(string text, double size = 1, double lift = 0, double width = 0.6)
        {
            foreach (var c in text)
            {
                var high = c is '.' or ',' ? 0.14 : c == 's' ? 0.72 : 1;
                var wide = c is '.' or ',' ? 0.14 : width / (width < 0.5 ? size : 1);
                var foot = Baseline - (lift * Height) + (c == ',' ? 0.1 * Height * size : 0);
                Glyphs.Add(new Glyph(_x, foot - (high * Height * size), _x + (wide * Height * size), foot));
                _x += (wide + 0.12) * Height * size;
            }

            return this;
        }

        public Ink Mark(double high, double below)
        {
            var foot = Baseline + (below * Height);
            Glyphs.Add(new Glyph(_x, foot - (high * Height), _x + (0.15 * Height), foot));
            return Skip(0.25 * Height);
        }

        public Ink Skip(double pixels)
        {
            _x += pixels;
            return this;
        }
    }
}
