using Ocr.Extractor.Banks;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>Checks of the bank table that a schema cannot express: unique codes and names, apps of known banks that can be detected.</summary>
internal static class BankCheck
{
    public static IEnumerable<RuleError> Errors(BankFile file) =>
        file.Banks.Index().SelectMany(item => Errors(file, item.Item, item.Index)).Concat(AppCheck.Errors(file));

    private static IEnumerable<RuleError> Errors(BankFile file, Bank bank, int i)
    {
        if (file.Banks.Take(i).Any(other => other.Code == bank.Code))
        {
            yield return new RuleError($"banks/{i}/code", $"{bank.Code} appears twice; merge the two");
        }

        var own = new HashSet<string>();
        foreach (var (alias, place) in Aliases(bank, i))
        {
            var key = TextFold.Key(alias);
            if (!own.Add(key))
            {
                yield return new RuleError(place, $"'{alias}' is already in this bank: names are compared without blanks, accents and case; remove one of them");
            }

            if (file.Banks.Take(i).FirstOrDefault(other => other.Output != bank.Output && Names(other).Contains(key)) is { } owner)
            {
                yield return new RuleError(place, $"'{alias}' is a name of {owner.Code} too; remove one of them");
            }

            if (file.Suffixes.Any(suffix => TextFold.Key(suffix) == key))
            {
                yield return new RuleError(place, $"'{alias}' is one of the suffixes, which do not identify a bank; remove one of them");
            }
        }
    }

    private static IEnumerable<(string Alias, string Place)> Aliases(Bank bank, int i) =>
        bank.Aliases.Select((alias, j) => (alias, $"banks/{i}/aliases/{j}"))
            .Concat(bank.CommonAliases.Select((alias, j) => (alias, $"banks/{i}/commonAliases/{j}")));

    private static IEnumerable<string> Names(Bank bank) => bank.Aliases.Concat(bank.CommonAliases).Select(TextFold.Key);
}
