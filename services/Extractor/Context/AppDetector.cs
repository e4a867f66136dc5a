using Ocr.Extractor.Banks;
using Ocr.Extractor.Labels;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Context;

/// <summary>The app that made a receipt.</summary>
/// <param name="App">The app.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Tokens">Its title or logo words; empty when it was detected by its labels only.</param>
/// <param name="IsBranded">Whether its own name is printed.</param>
internal sealed record DetectedApp(App App, double Confidence, IReadOnlyList<Token> Tokens, bool IsBranded);

/// <summary>Detects the app by its titles and labels, ignoring values except those of the payer's labels.</summary>
internal static class AppDetector
{
    /// <summary>Minimum score of a detected app.</summary>
    private const double MinScore = 1.5;

    private const double Certain = 3;

    /// <summary>Minimum product of weight and similarity of an app's own name, which has weight 4. Sentences that many apps print weigh less.</summary>
    private const double Brand = 3.1;

    public static DetectedApp? Detect(ReceiptContext context)
    {
        var tokens = context.Page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Tokens)
            .Where(token => context.OwnersOf(token).All(IsPayers)).ToList();
        var matches = context.Rules.AppFinder.FindBest(tokens);
        var titles = matches.GroupBy(match => match.Phrase.Key).ToDictionary(group => group.Key, group => group.Max(match => match.Likeness));
        var labels = context.Hits.Select(hit => hit.Entry.Phrase.Key).ToHashSet();
        var (app, score) = context.Rules.Apps.Select(app => (app, Score: app.Score(titles, labels))).MaxBy(item => item.Score);
        if (app is null || score < MinScore || (titles.Keys.All(key => !app.Phrases.ContainsKey(key)) && Contradicted(context, app.App)))
        {
            return null;
        }

        Token[] words = [.. matches.Where(match => app.Phrases.ContainsKey(match.Phrase.Key)).SelectMany(match => tokens.Skip(match.Start).Take(match.Count))];
        var isBranded = titles.Any(title => app.Phrases.GetValueOrDefault(title.Key) * title.Value >= Brand);
        return new DetectedApp(app.App, Math.Min(1, 0.4 + (0.6 * score / Certain)) * FieldFactory.Mean(words), words, isBranded);
    }

    /// <summary>Whether another bank's logo is above the labels, which outweighs them.</summary>
    private static bool Contradicted(ReceiptContext context, App app) =>
        BankLogos.In(context).Any(name => name.Bank.Code != app.Bank);

    private static bool IsPayers(LabelHit hit) =>
        hit.Entry is { Role: LabelRole.Field, IsPayers: true };
}
