using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>Finds duplicate labels, labels with two meanings, and labels that belong to two rules.</summary>
internal static class LabelCheck
{
    public static IEnumerable<RuleError> Errors(RuleFile file)
    {
        var labels = Labels(file).ToList();
        return Twice(file, labels).Concat(Meanings(file, labels)).Concat(SamePriority(labels));
    }

    /// <summary>Returns every label with its rule, its place and its key for comparison.</summary>
    private static IEnumerable<(FieldRule Rule, string Text, string Key, string Place)> Labels(RuleFile file) =>
        from item in RulePlaces.Of(file)
        from source in item.Rule.Sources.Index()
        from list in ((string Name, IReadOnlyList<string> Texts)[])[("labels", source.Item.Labels), ("sharedLabels", source.Item.SharedLabels)]
        from label in list.Texts.Index()
        select (item.Rule, label.Item, TextFold.Key(label.Item), $"{item.Place}/sources/{source.Index}/{list.Name}/{label.Index}");

    private static IEnumerable<RuleError> Twice(RuleFile file, IEnumerable<(FieldRule Rule, string Text, string Key, string Place)> labels)
    {
        var listed = Lists(file).SelectMany(list => list.Texts.Select((text, i) => (Text: text, Key: TextFold.Key(text), Place: $"{list.Name}/{i}")))
            .Concat(labels.Select(label => (label.Text, label.Key, label.Place)));
        return from item in listed
               group item by (List: item.Place[..item.Place.LastIndexOf('/')], item.Key) into same
               from again in same.Skip(1)
               select new RuleError(again.Place, $"'{again.Text}' is already in this list as '{same.First().Text}'; remove one of them");
    }

    private static IEnumerable<RuleError> Meanings(RuleFile file, List<(FieldRule Rule, string Text, string Key, string Place)> labels)
    {
        var known = labels.DistinctBy(label => label.Key).ToDictionary(label => label.Key, _ => "a label of a rule");
        foreach (var (name, texts) in Lists(file))
        {
            foreach (var (i, text) in texts.Index())
            {
                // the schema reports an empty key, and a duplicate within a list is reported above
                if (!known.TryAdd(TextFold.Key(text), name) && known[TextFold.Key(text)] is var first && first != name)
                {
                    yield return new RuleError($"{name}/{i}", $"'{text}' is {(first == "a label of a rule" ? first : $"one of {first}")} too, which wins; remove one of them");
                }
            }
        }
    }

    private static IEnumerable<RuleError> SamePriority(List<(FieldRule Rule, string Text, string Key, string Place)> labels) =>
        from same in labels.GroupBy(label => (label.Key, label.Rule.Priority))
        let first = same.First()
        from other in same.DistinctBy(label => label.Rule.Field).Skip(1)
        select new RuleError(
            other.Place,
            $"'{other.Text}' is a label of '{first.Rule.Field}' too, and both rules have priority {other.Rule.Priority}; give one of them a higher priority or remove the label");

    /// <summary>Returns the lists of texts other than the labels of rules, by their names in the file.</summary>
    internal static (string Name, IReadOnlyList<string> Texts)[] Lists(RuleFile file) =>
    [
        ("ignoredLabels", file.IgnoredLabels), ("currencyLabels", file.CurrencyLabels), ("chrome", file.Chrome), ("successTitles", file.SuccessTitles),
        ("failureTitles", file.FailureTitles),
    ];
}
