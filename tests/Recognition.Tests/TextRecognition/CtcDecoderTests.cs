using CsCheck;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class CtcDecoderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("--", "")]
    [InlineData("aab", "ab")]
    [InlineData("a-a", "aa")]
    [InlineData("-aa--bb-b-", "abb")]
    public void Collapses_repeats_and_drops_blanks(string path, string text) => Assert.Equal(text, Read(Decode(Logits(path))));

    [Fact]
    public void Agrees_with_the_definition() => Logit.Array2D[Gen.Int[1, 12], Gen.Int[2, 130]].Sample(logits =>
    {
        var expected = Naive(logits);
        var actual = Decode([.. logits.Cast<float>()], logits.GetLength(1));
        Assert.Equal(expected.Select(s => (s.Index, s.FirstStep, s.LastStep)), actual.Select(s => (s.Index, s.FirstStep, s.LastStep)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Probability, pair.Second.Probability, 1e-4));
    });

    [Fact]
    public void A_character_has_the_minimum_probability_of_the_blanks_next_to_it()
    {
        // The second blank step has a low probability: 2 against 1 and 0.
        float[] logits = [.. Logits("-"), 0, 1, 2, .. Logits("a-b"), .. Logits("-")];
        var unsure = (float)(Math.Exp(2) / (Math.Exp(2) + Math.Exp(1) + 1));
        var sure = (float)(Math.Exp(5) / (Math.Exp(5) + 2));
        var symbols = Decode(logits);
        Assert.Equal([unsure, sure], symbols.Select(s => s.BlankBefore), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal([sure, sure], symbols.Select(s => s.BlankAfter), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(121)]
    [InlineData(600)]
    public void Every_class_of_an_alphabet_can_be_read(int classes)
    {
        for (var wanted = 0; wanted < classes - 1; wanted++)
        {
            float[] logits = [.. Enumerable.Range(0, classes).Select(index => index == wanted ? -1f : -9f - (index % 7))];
            Assert.Equal(wanted, Assert.Single(Decode(logits, classes)).Index);
        }
    }

    [Fact]
    public void A_constant_added_to_a_step_changes_nothing()
    {
        var logits = Logits("-ab-");
        var shifted = logits.Select((value, i) => value + (i / 3 * 11f)).ToArray();
        Assert.Equal(Decode(logits).Select(s => s.Index), Decode(shifted).Select(s => s.Index));
    }

    // Without negative zero, which one maximum orders below zero and the other treats as equal.
    private static readonly Gen<float> Logit = Gen.Float[-20, 20].Select(value => value + 0f);

    /// <summary>Three classes: a, b, blank.</summary>
    private static float[] Logits(string path) =>
        [.. path.SelectMany(step => new[] { step == 'a' ? 5f : 0, step == 'b' ? 5f : 0, step == '-' ? 5f : 0 })];

    private static List<CtcSymbol> Decode(float[] logits, int classes = 3)
    {
        var symbols = new List<CtcSymbol>();
        CtcDecoder.Decode(logits, classes, symbols);
        return symbols;
    }

    private static string Read(List<CtcSymbol> symbols) => string.Concat(symbols.Select(symbol => "ab"[symbol.Index]));

    private static List<CtcSymbol> Naive(float[,] logits)
    {
        var (steps, classes) = (logits.GetLength(0), logits.GetLength(1));
        var symbols = new List<CtcSymbol>();
        var previous = classes - 1;
        for (var step = 0; step < steps; step++)
        {
            double[] row = [.. Enumerable.Range(0, classes).Select(c => (double)logits[step, c])];
            var best = Array.IndexOf(row, row.Max());
            var probability = (float)(Math.Exp(row[best]) / row.Sum(Math.Exp));
            if (best != classes - 1)
            {
                if (best == previous)
                {
                    symbols[^1] = symbols[^1] with { LastStep = step, Probability = Math.Max(symbols[^1].Probability, probability) };
                }
                else
                {
                    symbols.Add(new CtcSymbol(best, step, step, probability));
                }
            }

            previous = best;
        }

        return symbols;
    }
}
