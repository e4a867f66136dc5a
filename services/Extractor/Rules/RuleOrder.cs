using Ocr.Contracts;

namespace Ocr.Extractor.Rules;

/// <summary>Finds entries of a rule file without effect: a rule that uses a later one, a duplicate name.</summary>
internal static class RuleOrder
{
    public static IEnumerable<RuleError> Errors(RuleFile file)
    {
        var named = RulePlaces.Of(file).ToList();
        return Order(file, named).Concat(Names(named));
    }

    private static IEnumerable<RuleError> Order(RuleFile file, List<(FieldRule Rule, string Place)> named) =>
        from item in named
        from source in item.Rule.Sources.Index()
        from used in source.Item.Without.Append(source.Item.From).OfType<string>()
        let other = file.Rules.FirstOrDefault(rule => rule.Field == used)
        where other is null ? FieldKeys.All.Contains(used) is false && source.Item.Without.Contains(used) : other.Priority <= item.Rule.Priority && other != item.Rule
        select new RuleError(
            $"{item.Place}/sources/{source.Index}",
            other is null ? $"'{used}' is not a field; use one of: {string.Join(", ", FieldKeys.All)}"
                : $"it uses '{used}', which runs later; give '{used}' a priority above {item.Rule.Priority}");

    private static IEnumerable<RuleError> Names(List<(FieldRule Rule, string Place)> named) =>
        from item in named.SelectMany(item => item.Rule.Sources.Index().Select(source => (source.Item.Name, Place: $"{item.Place}/sources/{source.Index}/name")))
        group item.Place by item.Name into places
        where places.Count() > 1
        select new RuleError(places.Last(), $"'{places.Key}' names {places.First()} too; results could not distinguish them; rename one");
}
