using Ocr.Extractor.Banks;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>Finds apps without a bank, apps that cannot be detected, and apps that another app shadows.</summary>
internal static class AppCheck
{
    public static IEnumerable<RuleError> Errors(BankFile file) =>
        file.Apps.Index().SelectMany(item => Own(file, item.Item, item.Index).Concat(Phrases(file, item.Item, item.Index)));

    private static IEnumerable<RuleError> Own(BankFile file, App app, int i)
    {
        if (app.Bank is { } code && file.Banks.All(bank => bank.Code != code))
        {
            yield return new RuleError($"apps/{i}/bank", $"no bank {code} in this table; add it or correct the code");
        }

        if (file.Apps.Take(i).Any(other => other.Name == app.Name))
        {
            yield return new RuleError($"apps/{i}/name", $"'{app.Name}' appears twice; merge the two");
        }

        if (app.Phrases.Values.All(weight => weight == 0) && (app.Labels.Count == 0 || app.MinLabels == 0))
        {
            yield return new RuleError($"apps/{i}", $"nothing identifies '{app.Name}'; add phrases with a weight, or labels with minLabels");
        }

        if (app.MinLabels > app.Labels.Select(TextFold.Key).Distinct().Count())
        {
            yield return new RuleError($"apps/{i}/minLabels", $"{app.MinLabels} labels are required and {app.Labels.Count} are listed; add labels or lower it");
        }

        if (app.Labels.Count > 0 && app.MinLabels == 0)
        {
            yield return new RuleError($"apps/{i}/labels", "without minLabels they have no effect; add it");
        }
    }

    private static IEnumerable<RuleError> Phrases(BankFile file, App app, int i)
    {
        var weights = PositiveWeights(app);
        foreach (var (text, weight) in app.Phrases)
        {
            var key = TextFold.Key(text);
            if (app.Phrases.First(phrase => TextFold.Key(phrase.Key) == key).Key != text)
            {
                yield return new RuleError($"apps/{i}/phrases/{text}", "is already in this app: phrases are compared without blanks, accents and case; remove one of them");
            }

            if (weight > 0 && file.Apps.Take(i).FirstOrDefault(other => other.Bank != app.Bank && PositiveWeights(other).ContainsKey(key)) is { } owner)
            {
                yield return new RuleError($"apps/{i}/phrases/{text}", $"it is a phrase of '{owner.Name}' too, an app of another bank; keep it where it is printed, or give it the weight 0 in one of them");
            }
        }

        if (weights.Count > 0 && app.Labels.Count == 0
            && file.Apps.FirstOrDefault(other => other != app && AlwaysWins(other, file.Apps.Take(i).Contains(other), weights)) is { } stronger)
        {
            yield return new RuleError($"apps/{i}/phrases", $"'{stronger.Name}' has all of them with the same weights or more, so that '{app.Name}' is never found; add a unique phrase or raise a weight");
        }
    }

    /// <summary>Whether another app always scores higher. Of two apps with the same score the first is chosen.</summary>
    private static bool AlwaysWins(App other, bool isBefore, Dictionary<string, double> weights)
    {
        var theirs = PositiveWeights(other);
        return weights.All(phrase => theirs.GetValueOrDefault(phrase.Key) >= phrase.Value)
            && (isBefore || weights.All(phrase => theirs[phrase.Key] > phrase.Value));
    }

    private static Dictionary<string, double> PositiveWeights(App app) =>
        app.Phrases.Where(phrase => phrase.Value > 0).DistinctBy(phrase => TextFold.Key(phrase.Key)).ToDictionary(phrase => TextFold.Key(phrase.Key), phrase => phrase.Value);
}
