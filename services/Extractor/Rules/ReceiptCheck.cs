using Ocr.Contracts;
using Ocr.Extractor.Judging;

namespace Ocr.Extractor.Rules;

/// <summary>What a schema cannot say of the judgement of a whole receipt: signs and fields that must exist.</summary>
internal static class ReceiptCheck
{
    public static IEnumerable<RuleFault> Faults(RuleFile file) =>
        Fields(file).Concat(FieldSigns(file.Receipt)).Concat(Signs(file.Receipt)).Concat(LastRefusal(file.Receipt));

    private static IEnumerable<RuleFault> Fields(RuleFile file)
    {
        var lists = file.Complete.OneOf.Select((keys, i) => (Keys: keys, Place: $"complete/oneOf/{i}"))
            .Concat(file.Receipt.FieldSigns.Select(sign => (Keys: sign.Value.Fields, Place: $"receipt/fieldSigns/{sign.Key}/fields")))
            .Prepend((Keys: file.Complete.Always, Place: "complete/always"));
        return from list in lists
               from key in list.Keys.Index()
               where !FieldKeys.All.Contains(key.Item)
               select new RuleFault($"{list.Place}/{key.Index}", $"'{key.Item}' is no field; use one of: {string.Join(", ", FieldKeys.All)}");
    }

    private static IEnumerable<RuleFault> FieldSigns(ReceiptRule rule)
    {
        foreach (var (name, sign) in rule.FieldSigns)
        {
            var place = $"receipt/fieldSigns/{name}";
            if (ReceiptSigns.ByName.ContainsKey(name))
            {
                yield return new RuleFault(place, $"'{name}' is a sign of the page already; rename it");
            }

            if (sign.Fields.Count > 0 == sign.None.Count > 0)
            {
                yield return new RuleFault(place, "a sign has either fields or none; give it one of the two");
            }

            foreach (var (i, other) in sign.None.Index())
            {
                if (rule.FieldSigns.GetValueOrDefault(other) is not { None.Count: 0 })
                {
                    yield return new RuleFault($"{place}/none/{i}", $"'{other}' is no sign with fields; name one of: {Names(rule.FieldSigns.Where(item => item.Value.None.Count == 0).Select(item => item.Key))}");
                }
            }
        }
    }

    private static IEnumerable<RuleFault> Signs(ReceiptRule rule)
    {
        var weighed = rule.Signs.Select((sign, i) => (sign.Sign, Place: $"receipt/signs/{i}/sign"));
        var named = rule.Refusals.SelectMany((refusal, i) => refusal.Signs.Select((sign, j) => (Sign: sign, Place: $"receipt/refusals/{i}/signs/{j}")));
        return from item in weighed.Concat(named)
               where !ReceiptSigns.ByName.ContainsKey(item.Sign) && !rule.FieldSigns.ContainsKey(item.Sign)
               select new RuleFault(item.Place, $"no sign '{item.Sign}'; use one of: {Names(ReceiptSigns.ByName.Keys.Concat(rule.FieldSigns.Keys))}");
    }

    private static IEnumerable<RuleFault> LastRefusal(ReceiptRule rule) => rule.Refusals is [.., { Signs.Count: 0 }] ? [] :
        [new RuleFault("receipt/refusals", "the last refusal must need no sign, so that there is always a reason; add one")];

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
