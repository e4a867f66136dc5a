using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Reading;

/// <summary>
/// How sure a word is when everything that is known of its reading is weighed. Recognisers are sure of what they see; that a letter was cut
/// off or passed over shows in the ink that no character accounts for (<c>docs/adr/0012-confidence-from-evidence.md</c>).
/// </summary>
internal sealed class ConfidenceJudge
{
    // So many gaps tell how wide a word is set.
    private const int EnoughGaps = 4;
    private const double NarrowestSet = 0.7;
    private const double WidestSet = 1.5;

    private const double LeastAdvance = 0.1;
    private const double UsualGap = 0.12;

    private readonly ConfidenceSettings _settings;
    private readonly Dictionary<char, int> _places;

    /// <param name="settings">The manifest's.</param>
    /// <param name="alphabet">Characters of the recognisers, one each.</param>
    public ConfidenceJudge(ConfidenceSettings settings, IReadOnlyList<string> alphabet)
    {
        _settings = settings;
        _places = alphabet.Select((symbol, place) => (symbol[0], place)).ToDictionary();
    }

    /// <summary>The words with the confidence that their evidence deserves.</summary>
    public List<ReadWord> Judge(List<ReadWord> words, ReadingProfile profile) =>
        [.. words.Select(word => word.Evidence is { } evidence
            ? word with { Confidence = (float)Confidence(word.Text, evidence, _settings.Weights[profile]) }
            : word)];

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

    /// <summary>What the last character and the worst of the others leave behind, beyond what is usual at the width that the word is set in.</summary>
    private (double Trail, double Gap) Slack(string text, IReadOnlyList<float> advances)
    {
        var last = text.Length - 1;
        var gaps = Enumerable.Range(0, last).Select(i => (Seen: (double)advances[i], Usual: _settings.Advances[_places[text[i]]])).ToArray();
        var set = gaps.Length < EnoughGaps
            ? 1
            : Math.Clamp(Median.Of(gaps.Select(gap => gap.Seen / Math.Max(gap.Usual, LeastAdvance))), NarrowestSet, WidestSet);
        var widest = gaps.Length == 0 ? 0 : gaps.Max(gap => gap.Seen - (set * gap.Usual));
        return (advances[last] - (set * _settings.Ends[_places[text[last]]]), widest);
    }
}
