using CsCheck;
using Ocr.Recognition.Packs;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class WordConfidenceTests
{
    private static readonly Calibration Calibration = new() { Bias = -1, Symbol = 0.8, Blank = 0.3, Height = 0.5, Length = -0.2 };

    [Fact]
    public void Without_a_calibration_it_is_the_geometric_mean() =>
        Assert.Equal(Math.Sqrt(0.9 * 0.4), WordConfidence.Of([Symbol(0.9f), Symbol(0.4f)], 20, calibration: null), 1e-6);

    [Fact]
    public void Log_odds_are_the_weighted_sum()
    {
        // Minimum character 0.8 (log-odds ln 4), minimum blank 0.5 (0), height 32 (log2 of 2 is 1), two characters (1).
        var logOdds = -1 + (0.8 * Math.Log(4)) + (0.3 * 0) + (0.5 * 1) + (-0.2 * 1);
        var confidence = WordConfidence.Of([Symbol(0.9f), Symbol(0.8f, blankBefore: 0.5f)], 32, Calibration);
        Assert.Equal(1 / (1 + Math.Exp(-logOdds)), confidence, 1e-6);
    }

    [Fact]
    public void A_doubtful_blank_after_the_last_character_counts() => Assert.True(
        WordConfidence.Of([Symbol(0.99f) with { BlankAfter = 0.5f }], 20, Calibration) < WordConfidence.Of([Symbol(0.99f)], 20, Calibration));

    [Fact]
    public void It_is_a_probability_for_any_numbers() =>
        Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Double[0, 1e6]).Sample((symbol, blank, height) =>
            Assert.InRange(WordConfidence.Of([Symbol(symbol, blank)], height, Calibration), 0f, 1f));

    private static CtcSymbol Symbol(float probability, float blankBefore = 1) => new(0, 0, 0, probability) { BlankBefore = blankBefore };
}
