using Ocr.Extractor.Banks;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>Checks across both files: unknown apps and labels, names of banks that are words of receipts, labels inside titles.</summary>
internal static class CrossCheck
{
    /// <summary>Returns errors of the rule file with respect to the bank table.</summary>
    public static IEnumerable<RuleError> OfRules(RuleFile rules, BankFile banks)
    {
        var apps = banks.Apps.Select(app => app.Name).ToHashSet();
        return from item in RulePlaces.Of(rules)
               from source in item.Rule.Sources.Index()
               from name in source.Item.Apps.Index()
               where !apps.Contains(name.Item)
               select new RuleError(
                   $"{item.Place}/sources/{source.Index}/apps/{name.Index}",
                   $"no app '{name.Item}' in the bank table; use one of: {string.Join(", ", apps.Order(StringComparer.Ordinal))}");
    }

    /// <summary>Returns errors of the bank table with respect to the rule file.</summary>
    public static IEnumerable<RuleError> OfBanks(RuleFile rules, BankFile banks)
    {
        var labels = Labels(rules).Concat(rules.OtherLabels).DistinctBy(TextFold.Key).ToDictionary(TextFold.Key);
        return Aliases(rules, banks).Concat(AppLabels(banks, labels)).Concat(Titles(rules, banks, labels));
    }

    /// <summary>Finds aliases that receipts print for other reasons: they may identify a bank only where one is expected.</summary>
    private static IEnumerable<RuleError> Aliases(RuleFile rules, BankFile banks)
    {
        var words = Labels(rules).Concat(Texts(rules)).SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(text))
            .Select(TextFold.Key).ToHashSet();
        return from bank in banks.Banks.Index()
               from alias in bank.Item.Aliases.Index()
               where words.Contains(TextFold.Key(alias.Item))
               select new RuleError($"banks/{bank.Index}/aliases/{alias.Index}", $"'{alias.Item}' is a word of labels and titles too; move it to commonAliases");
    }

    private static IEnumerable<RuleError> AppLabels(BankFile banks, Dictionary<string, string> labels) =>
        from app in banks.Apps.Index()
        from label in app.Item.Labels.Index()
        where !labels.ContainsKey(TextFold.Key(label.Item))
        select new RuleError($"apps/{app.Index}/labels/{label.Index}", $"'{label.Item}' is not a label of a rule and none of ignoredLabels, so that it is never found; add it there");

    /// <summary>Finds titles that start with a label of several words: the start would match the label, and the rest its value.</summary>
    private static IEnumerable<RuleError> Titles(RuleFile rules, BankFile banks, Dictionary<string, string> labels)
    {
        var known = labels.Keys.Concat(Texts(rules).Select(TextFold.Key)).ToHashSet();
        return from app in banks.Apps.Index()
               from title in app.Item.Phrases.Keys
               where !known.Contains(TextFold.Key(title))
               let label = Starts(title).LastOrDefault(labels.ContainsKey)
               where label is not null
               select new RuleError($"apps/{app.Index}/phrases/{title}", $"it starts with the label '{labels[label]}', which would take the rest for its value; add it to successTitles too");
    }

    /// <summary>Returns the first two words of a text, the first three and so on, without the whole text.</summary>
    private static IEnumerable<string> Starts(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(2, Math.Max(0, words.Length - 2)).Select(count => TextFold.Key(string.Join(' ', words.Take(count))));
    }

    private static IEnumerable<string> Labels(RuleFile rules) => rules.Rules.Append(rules.BeneficiaryName)
        .SelectMany(rule => rule.Sources).SelectMany(source => source.Labels.Concat(source.SharedLabels));

    private static IEnumerable<string> Texts(RuleFile rules) =>
        rules.OtherLabels.Concat(rules.Chrome).Concat(rules.SuccessTitles).Concat(rules.FailureTitles);
}
