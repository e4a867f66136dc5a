using System.Collections.Frozen;
using Ocr.Extractor.Text;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Rules;

/// <summary>Validated extraction rules and bank table. Immutable and thread-safe; load once, share.</summary>
public sealed class RuleSet
{
    /// <summary>Key under which the rules know the beneficiary's printed name.</summary>
    internal const string BeneficiaryName = "nombre_beneficiario";

    private RuleSet(RuleFile file, BankFile banks)
    {
        Version = file.Version;
        Banks = new BankTable(banks);
        Apps = [.. banks.Apps.Select(app => new AppSignature(app))];
        Grammars = Values.Grammars.Create(Banks);
        Vocabulary = new Vocabulary(file);
        Rules = [.. file.Rules.OrderByDescending(rule => rule.Priority)];
        NameRule = file.BeneficiaryName;
        Receipt = file.Receipt;
        Complete = file.Complete;
        // other words compete, so that "Banco" is not taken for a misread "Banesco", nor "Pago realizado" for "Tpago realizado"
        AppFinder = new PhraseFinder(banks.Apps.SelectMany(app => app.Phrases.Keys)
            .Concat(banks.Suffixes).Concat(file.SuccessTitles).Select(text => new Phrase(text)));
    }

    /// <summary>Version the rule file gives itself.</summary>
    public string Version { get; }

    internal BankTable Banks { get; }

    internal IReadOnlyList<AppSignature> Apps { get; }

    internal PhraseFinder AppFinder { get; }

    internal FrozenDictionary<string, IValueGrammar> Grammars { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>In the order in which they run.</summary>
    internal IReadOnlyList<FieldRule> Rules { get; }

    internal FieldRule NameRule { get; }

    internal ReceiptRule Receipt { get; }

    internal CompleteRule Complete { get; }

    /// <summary>Loads and validates a rule file and the <c>banks.json</c> beside it.</summary>
    /// <param name="rulesPath">Path of <c>extraction_rules.json</c>.</param>
    /// <exception cref="RuleFileException">Either file has faults; all of them are listed, each with its place and its fix.</exception>
    public static RuleSet Load(string rulesPath) =>
        Load(rulesPath, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(rulesPath))!, "banks.json"));

    /// <summary>Loads and validates a rule file and a bank table.</summary>
    /// <param name="rulesPath">Path of <c>extraction_rules.json</c>.</param>
    /// <param name="banksPath">Path of <c>banks.json</c>.</param>
    /// <exception cref="RuleFileException">Either file has faults; all of them are listed, each with its place and its fix.</exception>
    public static RuleSet Load(string rulesPath, string banksPath)
    {
        return Parse(RuleText.Read(rulesPath, banksPath));
    }

    /// <exception cref="RuleFileException">Either file has faults; all of them are listed.</exception>
    internal static RuleSet Parse(RuleText text)
    {
        var faults = new List<RuleFault>();
        var rules = Try<RuleFile>(text.RulesPath, text.Rules, "extraction_rules.schema.json", faults);
        var banks = Try<BankFile>(text.BanksPath, text.Banks, "banks.schema.json", faults);
        if (rules is not null)
        {
            faults.AddRange(RuleCheck.Faults(rules).Select(fault => At(text.RulesPath, fault)));
        }

        if (banks is not null)
        {
            faults.AddRange(BankCheck.Faults(banks).Select(fault => At(text.BanksPath, fault)));
        }

        return faults.Count > 0 ? throw new RuleFileException(faults) : new RuleSet(rules!, banks!);
    }

    private static RuleFault At(string path, RuleFault fault) => fault with { Place = $"{Path.GetFileName(path)}#/{fault.Place}" };

    private static T? Try<T>(string path, byte[]? content, string schema, List<RuleFault> faults)
        where T : class
    {
        try
        {
            return RuleFileReader.Read<T>(path, content, schema);
        }
        catch (RuleFileException error)
        {
            faults.AddRange(error.Faults);
            return null;
        }
    }
}
