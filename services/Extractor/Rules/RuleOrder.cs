using Ocr.Contracts;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>What of a rule file would be silently without effect: a rule that uses one that runs later, a name given twice, a label with two meanings.</summary>
internal static class RuleOrder
{
    public static IEnumerable<RuleFault> Faults(RuleFile file)
    {
        var named = file.Rules.Select((rule, i) => (Rule: rule, Place: $"rules/{i}")).Append((file.BeneficiaryName, "beneficiaryName")).ToList();
        return Order(file, named).Concat(Names(named)).Concat(Meanings(file));
    }

    private static IEnumerable<RuleFault> Order(RuleFile file, List<(FieldRule Rule, string Place)> named) =>
        from item in named
        from source in item.Rule.Sources.Index()
        from used in source.Item.Without.Append(source.Item.From).OfType<string>()
        let other = file.Rules.FirstOrDefault(rule => rule.Field == used)
        where other is null ? FieldKeys.All.Contains(used) is false && source.Item.Without.Contains(used) : other.Priority <= item.Rule.Priority && other != item.Rule
        select new RuleFault(
            $"{item.Place}/sources/{source.Index}",
            other is null ? $"'{used}' is no field; use one of: {string.Join(", ", FieldKeys.All)}"
                : $"it uses '{used}', which runs later; give '{used}' a priority above {item.Rule.Priority}");

    private static IEnumerable<RuleFault> Names(List<(FieldRule Rule, string Place)> named) =>
        from item in named.SelectMany(item => item.Rule.Sources.Index().Select(source => (source.Item.Name, Place: $"{item.Place}/sources/{source.Index}/name")))
        group item.Place by item.Name into places
        where places.Count() > 1
        select new RuleFault(places.Last(), $"'{places.Key}' names {places.First()} too; results could not tell them apart, rename one");

    private static IEnumerable<RuleFault> Meanings(RuleFile file)
    {
        var labels = file.Rules.Append(file.BeneficiaryName).SelectMany(rule => rule.Sources)
            .SelectMany(source => source.Labels.Concat(source.SharedLabels)).Select(TextFold.Key).ToHashSet();
        return from list in ((string Name, IReadOnlyList<string> Texts)[])[("ignoredLabels", file.IgnoredLabels), ("chrome", file.Chrome)]
               from text in list.Texts.Index()
               where labels.Contains(TextFold.Key(text.Item))
               select new RuleFault($"{list.Name}/{text.Index}", $"'{text.Item}' is a label of a rule too, which wins; remove one of them");
    }
}
