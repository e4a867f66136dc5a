using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>The app that made a receipt.</summary>
/// <param name="App">Which.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Tokens">Its title or logo words; none when its labels alone gave it away.</param>
internal sealed record DetectedApp(App App, double Confidence, IReadOnlyList<Token> Tokens);

/// <summary>Tells the app by its titles and labels, in what is left when the values of all but the payer's labels are taken away.</summary>
internal static class AppDetector
{
    /// <summary>Less than this is no evidence.</summary>
    private const double Least = 1.5;

    private const double Certain = 3;

    public static DetectedApp? Detect(ReceiptContext context)
    {
        var tokens = context.Page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Tokens)
            .Where(token => context.OwnersOf(token).All(IsPayers)).ToList();
        var matches = context.Rules.AppFinder.FindBest(tokens);
        var titles = matches.GroupBy(match => match.Phrase.Key).ToDictionary(group => group.Key, group => group.Max(match => match.Likeness));
        var labels = context.Hits.Select(hit => hit.Entry.Phrase.Key).ToHashSet();
        var (app, score) = context.Rules.Apps.Select(app => (app, Score: app.Score(titles, labels))).MaxBy(item => item.Score);
        if (app is null || score < Least || (titles.Keys.All(key => !app.Phrases.ContainsKey(key)) && Contradicted(context, app.App)))
        {
            return null;
        }

        Token[] words = [.. matches.Where(match => app.Phrases.ContainsKey(match.Phrase.Key)).SelectMany(match => tokens.Skip(match.Start).Take(match.Count))];
        return new DetectedApp(app.App, Math.Min(1, 0.4 + (0.6 * score / Certain)) * FieldFactory.Mean(words), words);
    }

    /// <summary>Labels alone do not outweigh another bank's logo above them.</summary>
    private static bool Contradicted(ReceiptContext context, App app) =>
        LogoSource.In(context).Any(name => name.Bank.Code != app.Bank);

    private static bool IsPayers(LabelHit hit) =>
        hit.Entry is { Role: LabelRole.Field, IsPayers: true };
}
