using Ocr.Recognition.Packs;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Reading;

/// <summary>
/// Computes a word's confidence from all its evidence. A recognizer's own confidence covers only the characters that it read; a missing letter
/// shows in ink that is not explained by any character (<c>docs/adr/0012-confidence-from-evidence.md</c>).
/// </summary>
internal sealed class ConfidenceEstimator
{
    // Number of gaps from which a word's letter spacing is estimated.
    private const int EnoughGaps = 4;
    private const double NarrowestSet = 0.7;
    private const double WidestSet = 1.5;

    private const double MinAdvance = 0.1;
    private const double UsualGap = 0.12;

    private readonly ConfidenceSettings _settings;
    private readonly Dictionary<char, int> _places;

    /// <param name="settings">The confidence section of the manifest.</param>
    /// <param name="alphabet">Characters of the recognizers, one per entry.</param>
    public ConfidenceEstimator(ConfidenceSettings settings, IReadOnlyList<string> alphabet)
    {
        _settings = settings;
        _places = alphabet.Select((symbol, place) => (symbol[0], place)).ToDictionary();
    }

    /// <summary>Returns the words with their confidences computed from evidence.</summary>
    public List<ReadWord> Estimate(List<ReadWord> words, ReadingProfile profile) =>
        [.. words.Select(word => word with { Confidence = (float)Estimate(word.Text, word.Evidence, word.Confidence, profile) })];

    /// <summary>Returns a word's confidence, computed from its evidence.</summary>
    public double Estimate(Word word, ReadingProfile profile) =>
        Estimate(word.Text, word.Evidence, word.Confidence, profile);

    /// <summary>Returns the recognizer's own confidence for a word without evidence.</summary>
    private double Estimate(string text, WordEvidence? evidence, float own, ReadingProfile profile) =>
        evidence is null ? own : Confidence(text, evidence, _settings.Weights[profile]);

    private double Confidence(string text, WordEvidence evidence, ConfidenceWeights weights)
    {
        var (trail, gap) = Slack(text, evidence.Advances);
        var disagreement = evidence.Readings > 0 ? 1 - ((double)evidence.Agreeing / evidence.Readings) : 0;
        var logOdds = weights.Bias
            + (weights.Reading * Calibration.LogOdds(evidence.Reading))
            + (weights.Height * Math.Log2(Math.Clamp(evidence.Height, 4, 32) / 16))
            + (weights.Contrast * Math.Log2(Math.Clamp(evidence.Contrast, 2, 64) / 32))
            + (weights.Lead * Math.Clamp(evidence.Lead, 0, 0.8))
            + (weights.Trail * Math.Clamp(trail, -0.1, 0.5))
            + (weights.Gap * Math.Clamp(gap - UsualGap, 0, 0.4))
            + (weights.Again * (evidence.Readings > 0 ? 1 : 0))
            + (weights.Disagreement * disagreement);
        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>Returns the excess space after the last character and the largest excess after any other character, relative to the word's letter spacing.</summary>
    private (double Trail, double Gap) Slack(string text, IReadOnlyList<float> advances)
    {
        var last = text.Length - 1;
        var gaps = Enumerable.Range(0, last).Select(i => (Seen: (double)advances[i], Usual: _settings.Advances[_places[text[i]]])).ToArray();
        var set = gaps.Length < EnoughGaps
            ? 1
            : Math.Clamp(Median.Of(gaps.Select(gap => gap.Seen / Math.Max(gap.Usual, MinAdvance))), NarrowestSet, WidestSet);
        var widest = gaps.Length == 0 ? 0 : gaps.Max(gap => gap.Seen - (set * gap.Usual));
        return (advances[last] - (set * _settings.Ends[_places[text[last]]]), widest);
    }
}
