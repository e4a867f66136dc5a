using System.Globalization;
using System.Runtime.InteropServices;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class LetterCaseTests
{
    private const int Height = 32;
    private const int Baseline = 25;
    private const int Tall = 20;
    private const int Small = 14;
    private const int Pitch = 8;

    private static readonly string[] Alphabet = [" ", .. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.".Select(c => c.ToString(CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("Crema", "xxxxx", "crema")]
    [InlineData("Crema", "Xxxxx", "Crema")]
    [InlineData("crema", "xxxxx", "crema")]
    [InlineData("OperaCion", "Xxxxxxxxx", "Operacion")]
    [InlineData("Sala Verde", "Xxxx xxxxx", "Sala verde")]
    [InlineData("cONCEPTO", "XXXXXXXX", "CONCEPTO")]
    [InlineData("cONCEPTO", "xXXXXXXX", "cONCEPTO")]
    [InlineData("BANCo", "XXXXx", "BANCo")]
    [InlineData("usO", "xxx", "uso")]
    [InlineData("Uso", "Xxx", "Uso")]
    [InlineData("USo", "xxx", "USo")]
    [InlineData("COSO", "xxxx", "COSO")]
    [InlineData("0102xxxx", "XXXXxxxx", "0102xxxx")]
    public void The_height_of_the_other_letters_decides(string read, string heights, string expected)
    {
        Assert.Equal(expected, Corrected(read, heights, gap: 2));
        Assert.Equal(expected, Corrected(read, heights, gap: 2, ink: -1));
    }

    [Theory]
    [InlineData("Crema", "Crema")]
    [InlineData("cONCEPTO", "CONCEPTO")]
    [InlineData("ATMs", "ATMs")]
    public void Of_letters_that_touch_only_one_among_four_capitals_changes(string read, string expected) =>
        Assert.Equal(expected, Corrected(read, new string('x', read.Length), gap: 0));

    [Fact]
    public void A_letter_that_is_cut_off_at_the_top_keeps_its_case() => Assert.Equal("Crema", Corrected("Crema", "|xxxx", gap: 2));

    [Fact]
    public void A_crop_without_ink_keeps_its_text() => Assert.Equal("Crema", Corrected("Crema", "     ", gap: 2));

    /// <summary>The text after correction. Letters are bars: x is a small one, X a tall one, | one that reaches above the crop.</summary>
    private static string Corrected(string read, string heights, int gap, float ink = 1)
    {
        var width = Pitch * read.Length;
        var pixels = new float[Height * width];
        for (var i = 0; i < heights.Length; i++)
        {
            var top = heights[i] switch { 'x' => Baseline - Small, 'X' => Baseline - Tall, '|' => 0, _ => Baseline };
            for (var y = top; y < Baseline; y++)
            {
                pixels.AsSpan((y * width) + (i * Pitch) + gap, Pitch - gap).Fill(ink);
            }
        }

        var settings = TestPacks.Recognizer with { Alphabet = Alphabet };
        var steps = Pitch / settings.TimeStepPixels;
        var symbols = read.Select((c, i) => new CtcSymbol(Array.IndexOf(Alphabet, $"{c}"), steps * i, steps * i, 1)).ToList();
        new LetterCase(settings).Correct(CollectionsMarshal.AsSpan(symbols), pixels, width, width);
        return string.Concat(symbols.Select(symbol => Alphabet[symbol.Index]));
    }
}
