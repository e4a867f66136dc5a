using System.Collections.Frozen;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Banks;

/// <summary>An app with its words folded for comparison.</summary>
internal sealed class AppSignature(App app)
{
    /// <summary>Weight of its labels when enough of them are present.</summary>
    private const double LabelsWorth = 2;

    public App App { get; } = app;

    /// <summary>Folded titles with their weights.</summary>
    public FrozenDictionary<string, double> Phrases { get; } =
        app.Phrases.DistinctBy(item => TextFold.Key(item.Key)).ToFrozenDictionary(item => TextFold.Key(item.Key), item => item.Value);

    private FrozenSet<string> Labels { get; } = app.Labels.Select(TextFold.Key).ToFrozenSet();

    /// <summary>Returns the score of this app; 0 without evidence.</summary>
    /// <param name="titles">Folded titles on the receipt with their similarity (0–1).</param>
    /// <param name="labels">Folded labels on the receipt.</param>
    public double Score(IReadOnlyDictionary<string, double> titles, IReadOnlySet<string> labels)
    {
        var score = 0.0;
        foreach (var (key, likeness) in titles)
        {
            score += Phrases.GetValueOrDefault(key) * likeness;
        }

        var shared = Labels.Count(labels.Contains);
        return App.MinLabels > 0 && shared >= App.MinLabels ? score + LabelsWorth + (0.1 * shared) : score;
    }
}
