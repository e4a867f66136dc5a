using System.Globalization;
using System.Runtime.InteropServices;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class LetterHookTests
{
    private const int Height = 32;
    private const int Top = 6;
    private const int Bar = 11;
    private const int Baseline = 25;
    private const int Pitch = 12;

    private static readonly string[] Alphabet = [" ", .. "abcdefghijklmnopqrstuvwxyzACDEFT0123456789".Select(c => c.ToString(CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("cuofa", "xxxtx", "cuota")]
    [InlineData("rifa", "xlfx", "rifa")]
    [InlineData("ficket", "txxlxt", "ticket")]
    [InlineData("rita", "xlfx", "rita")]
    [InlineData("Fecha", "fxxlx", "Fecha")]
    [InlineData("fe fe", "fx tx", "fe te")]
    public void The_top_of_the_letter_decides(string read, string shapes, string expected)
    {
        Assert.Equal(expected, Corrected(read, shapes));
        Assert.Equal(expected, Corrected(read, shapes, ink: -1));
    }

    [Theory]
    [InlineData(0.998f, "cuota")]
    [InlineData(0.9995f, "cuofa")]
    public void A_certain_f_stays(float probability, string expected) => Assert.Equal(expected, Corrected("cuofa", "xxxtx", probability: probability));

    [Fact]
    public void Where_letters_touch_nothing_changes() => Assert.Equal("cuofa", Corrected("cuofa", "xxxtx", gap: 0));

    [Fact]
    public void A_letter_that_is_cut_off_at_the_top_stays() => Assert.Equal("cuofa", Corrected("cuofa", "xxx|x"));

    [Fact]
    public void A_crop_without_ink_keeps_its_text() => Assert.Equal("cuofa", Corrected("cuofa", "     "));

    [Fact]
    public void An_alphabet_without_t_keeps_f() =>
        Assert.Equal("cuofa", Corrected("cuofa", "xxxtx", alphabet: [.. Alphabet.Where(letter => letter != "t")]));

    /// <summary>The text after correction. Shapes: x and l are a small and a tall bar, t a cross, f a cross with a hook, | a bar that reaches above the crop.</summary>
    private static string Corrected(string read, string shapes, int gap = 2, float ink = 1, float probability = 0.9f, string[]? alphabet = null)
    {
        alphabet ??= Alphabet;
        var width = Pitch * read.Length;
        var pixels = new float[Height * width];
        for (var i = 0; i < shapes.Length; i++)
        {
            var left = (i * Pitch) + gap;
            var (top, columns) = shapes[i] switch { 'x' => (Bar, Pitch - gap), 'l' or 't' or 'f' => (Top, 3), '|' => (0, 3), _ => (Baseline, 0) };
            var stem = shapes[i] == 'x' ? left : left + 3;
            Fill(stem, columns, top, Baseline);
            if (shapes[i] != 'x' && columns > 0)
            {
                Fill(left, Pitch - gap, Bar, Bar + 2);
            }

            if (shapes[i] == 'f')
            {
                Fill(stem, 6, Top, Top + 2);
            }
        }

        var settings = TestPacks.Recognizer with { Alphabet = alphabet };
        var steps = Pitch / settings.TimeStepPixels;
        var symbols = read.Select((c, i) => new CtcSymbol(Array.IndexOf(alphabet, $"{c}"), steps * i, steps * i, probability)).ToList();
        new LetterHook(settings).Correct(CollectionsMarshal.AsSpan(symbols), pixels, width, width);
        return string.Concat(symbols.Select(symbol => alphabet[symbol.Index]));

        void Fill(int left, int columns, int top, int bottom)
        {
            for (var y = top; y < bottom; y++)
            {
                pixels.AsSpan((y * width) + left, columns).Fill(ink);
            }
        }
    }
}
