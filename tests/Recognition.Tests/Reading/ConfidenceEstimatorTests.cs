using CsCheck;
using Ocr.Recognition.Packs;
using Ocr.Recognition.Reading;

namespace Ocr.Recognition.Tests.Reading;

public sealed class ConfidenceEstimatorTests
{
    private static readonly ConfidenceWeights Weights = new()
    {
        Bias = 1,
        Reading = 0.5,
        Height = -0.25,
        Contrast = 0.5,
        Lead = -10,
        Trail = -5,
        Gap = -10,
        Again = 0.5,
        Disagreement = -3,
    };

    private static readonly ConfidenceEstimator Estimator = new(
        new ConfidenceSettings
        {
            Advances = [0.4, 0.5],
            Ends = [0.3, 0.4],
            Weights = Enum.GetValues<ReadingProfile>().ToDictionary(profile => profile, _ => Weights),
        },
        ["a", "b"]);

    // Read at 0.5 (log-odds 0), 32 pixels high (log2 1), 32 gray levels (0), no evidence against it.
    private static readonly WordEvidence Plain = new() { Reading = 0.5f, Height = 32, Contrast = 32, Lead = 0, Advances = [0.4f, 0.4f] };

    [Fact]
    public void Log_odds_are_the_weighted_sum() => Assert.Equal(Sigmoid(1 - 0.25), Of("ab", Plain), 1e-6);

    [Fact]
    public void Ink_without_a_character_lowers_the_confidence()
    {
        Assert.Equal(Sigmoid(0.75 - (10 * 0.2)), Of("ab", Plain with { Lead = 0.2f }), 1e-6);
        Assert.Equal(Sigmoid(0.75 - (5 * 0.2)), Of("ab", Plain with { Advances = [0.4f, 0.6f] }), 1e-6);
        Assert.Equal(Sigmoid(0.75 - (10 * 0.18)), Of("ab", Plain with { Advances = [0.7f, 0.4f] }), 1e-6);
    }

    [Fact]
    public void A_word_that_is_set_wide_has_wide_gaps_throughout() =>
        Assert.Equal(Sigmoid(0.75), Of("aaaaab", Plain with { Advances = [0.6f, 0.6f, 0.6f, 0.6f, 0.6f, 0.6f] }), 1e-5);

    [Fact]
    public void Readings_with_another_text_lower_the_confidence() =>
        Assert.Equal(Sigmoid(0.75 + 0.5 - (3 * 0.8)), Of("ab", Plain with { Readings = 5, Agreeing = 1 }), 1e-6);

    [Fact]
    public void Words_without_evidence_keep_their_confidence() =>
        Assert.Equal(0.3f, Estimator.Estimate([new ReadWord("ab", 0.3f, default, 0, 0)], ReadingProfile.Fast).Single().Confidence);

    [Fact]
    public void It_is_a_probability_that_grows_with_that_of_the_reading() => Gen.Select(
        Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1e6f], Gen.Float[0, 255], Gen.Float[-30, 30], Gen.Float[-30, 30])
        .Sample((one, other, height, contrast, lead, advance) =>
        {
            var evidence = Plain with { Height = height, Contrast = contrast, Lead = lead, Advances = [advance, advance] };
            var less = Of("ab", evidence with { Reading = Math.Min(one, other) });
            var more = Of("ab", evidence with { Reading = Math.Max(one, other) });
            Assert.True(less is >= 0 and <= 1 && more is >= 0 and <= 1 && less <= more);
        });

    private static float Of(string text, WordEvidence evidence) =>
        Estimator.Estimate([new ReadWord(text, 0.9f, default, 0, 0) { Evidence = evidence }], ReadingProfile.Fast).Single().Confidence;

    private static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
