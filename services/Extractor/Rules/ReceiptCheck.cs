using Ocr.Contracts;

namespace Ocr.Extractor.Rules;

/// <summary>Checks of the receipt section that a schema cannot express: signs and fields must exist.</summary>
internal static class ReceiptCheck
{
    public static IEnumerable<RuleError> Errors(RuleFile file) =>
        Fields(file).Concat(FieldSigns(file.Receipt)).Concat(Signs(file.Receipt)).Concat(LastRefusal(file.Receipt));

    private static IEnumerable<RuleError> Fields(RuleFile file)
    {
        var lists = file.Complete.OneOf.Select((keys, i) => (Keys: keys, Place: $"complete/oneOf/{i}"))
            .Concat(file.Receipt.FieldSigns.Select(sign => (Keys: sign.Value.Fields, Place: $"receipt/fieldSigns/{sign.Key}/fields")))
            .Prepend((Keys: file.Complete.Always, Place: "complete/always"));
        return from list in lists
               from key in list.Keys.Index()
               where !FieldKeys.All.Contains(key.Item)
               select new RuleError($"{list.Place}/{key.Index}", $"'{key.Item}' is not a field; use one of: {string.Join(", ", FieldKeys.All)}");
    }

    private static IEnumerable<RuleError> FieldSigns(ReceiptRule rule)
    {
        foreach (var (name, sign) in rule.FieldSigns)
        {
            var place = $"receipt/fieldSigns/{name}";
            if (PageSigns.All.Contains(name))
            {
                yield return new RuleError(place, $"'{name}' is a sign of the page already; rename it");
            }

            if (sign.Fields.Count > 0 == sign.None.Count > 0)
            {
                yield return new RuleError(place, "a sign has either fields or none; give it one of the two");
            }

            foreach (var (i, other) in sign.None.Index())
            {
                if (rule.FieldSigns.GetValueOrDefault(other) is not { None.Count: 0 })
                {
                    yield return new RuleError($"{place}/none/{i}", $"'{other}' is not a sign with fields; name one of: {Names(rule.FieldSigns.Where(item => item.Value.None.Count == 0).Select(item => item.Key))}");
                }
            }
        }
    }

    private static IEnumerable<RuleError> Signs(ReceiptRule rule)
    {
        var weighed = rule.Signs.Select((sign, i) => (sign.Sign, Place: $"receipt/signs/{i}/sign"));
        var named = rule.Refusals.SelectMany((refusal, i) => refusal.Signs.Select((sign, j) => (Sign: sign, Place: $"receipt/refusals/{i}/signs/{j}")));
        return from item in weighed.Concat(named)
               where !PageSigns.All.Contains(item.Sign) && !rule.FieldSigns.ContainsKey(item.Sign)
               select new RuleError(item.Place, $"no sign '{item.Sign}'; use one of: {Names(PageSigns.All.Concat(rule.FieldSigns.Keys))}");
    }

    private static IEnumerable<RuleError> LastRefusal(ReceiptRule rule) => rule.Refusals is [.., { Signs.Count: 0 }] ? [] :
        [new RuleError("receipt/refusals", "the last refusal must need no sign, so that there is always a reason; add one")];

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
