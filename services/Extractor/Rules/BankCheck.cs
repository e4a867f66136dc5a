using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>What a schema cannot say of the bank table: one bank a code, one bank a name, apps of known banks.</summary>
internal static class BankCheck
{
    public static IEnumerable<RuleFault> Faults(BankFile file)
    {
        for (var i = 0; i < file.Banks.Count; i++)
        {
            var bank = file.Banks[i];
            if (file.Banks.Take(i).Any(other => other.Code == bank.Code))
            {
                yield return new RuleFault($"banks/{i}/code", $"{bank.Code} stands twice; join the two");
            }

            foreach (var alias in bank.Aliases.Concat(bank.CommonAliases))
            {
                var owner = file.Banks.Take(i).FirstOrDefault(other => other.Output != bank.Output && Names(other).Contains(TextFold.Key(alias)));
                if (owner is not null)
                {
                    yield return new RuleFault($"banks/{i}/aliases", $"'{alias}' is a name of {owner.Code} too; remove one of them");
                }
            }
        }

        for (var i = 0; i < file.Apps.Count; i++)
        {
            if (file.Apps[i].Bank is { } code && file.Banks.All(bank => bank.Code != code))
            {
                yield return new RuleFault($"apps/{i}/bank", $"no bank {code} in this table; add it or correct the code");
            }
        }
    }

    private static IEnumerable<string> Names(Bank bank) => bank.Aliases.Concat(bank.CommonAliases).Select(TextFold.Key);
}
