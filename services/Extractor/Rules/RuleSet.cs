using System.Collections.Frozen;
using Ocr.Extractor.Banks;
using Ocr.Extractor.Phrases;
using Ocr.Extractor.Text;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Rules;

/// <summary>Validated extraction rules and bank table. Immutable and thread-safe; load once, share.</summary>
public sealed class RuleSet
{
    /// <summary>Key of the beneficiary's printed name in the rules.</summary>
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
        CurrencyLabels = [.. file.CurrencyLabels.Select(TextFold.Key)];
        // other words compete, so that "Banco" does not match as a misread "Banesco", nor "Pago realizado" as "Tpago realizado"
        AppFinder = new PhraseFinder(banks.Apps.SelectMany(app => app.Phrases.Keys)
            .Concat(banks.Suffixes).Concat(file.SuccessTitles).Select(text => new Phrase(text)));
    }

    /// <summary>Version that the rule file states.</summary>
    public string Version { get; }

    internal BankTable Banks { get; }

    internal IReadOnlyList<AppSignature> Apps { get; }

    internal PhraseFinder AppFinder { get; }

    internal FrozenDictionary<string, IValueGrammar> Grammars { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>Rules in the order in which they run.</summary>
    internal IReadOnlyList<FieldRule> Rules { get; }

    internal FieldRule NameRule { get; }

    internal ReceiptRule Receipt { get; }

    internal CompleteRule Complete { get; }

    /// <summary>Keys of the labels of the currency.</summary>
    internal IReadOnlyList<string> CurrencyLabels { get; }

    /// <summary>Loads and validates a rule file and the <c>banks.json</c> next to it.</summary>
    /// <param name="rulesPath">Path of <c>extraction_rules.json</c>.</param>
    /// <exception cref="RuleFileException">A file has errors; all of them are listed, each with its place and its fix.</exception>
    public static RuleSet Load(string rulesPath) =>
        Load(rulesPath, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(rulesPath))!, "banks.json"));

    /// <summary>Loads and validates a rule file and a bank table.</summary>
    /// <param name="rulesPath">Path of <c>extraction_rules.json</c>.</param>
    /// <param name="banksPath">Path of <c>banks.json</c>.</param>
    /// <exception cref="RuleFileException">A file has errors; all of them are listed, each with its place and its fix.</exception>
    public static RuleSet Load(string rulesPath, string banksPath)
    {
        return Parse(RuleText.Read(rulesPath, banksPath));
    }

    /// <exception cref="RuleFileException">A file has errors; all of them are listed.</exception>
    internal static RuleSet Parse(RuleText text) => Of(FileCheck.Of(text));

    /// <exception cref="RuleFileException">A file has errors; all of them are listed.</exception>
    internal static RuleSet Of(CheckedFiles files) =>
        files.Errors.Count > 0 ? throw new RuleFileException(files.Errors) : new RuleSet(files.Rules!, files.Banks!);
}
