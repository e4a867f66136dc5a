using System.Collections.Frozen;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Phrases;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Banks;

/// <summary>Banks by code and by printed name. Immutable, thread-safe.</summary>
internal sealed class BankTable
{
    private const int LongSuffix = 8;

    private readonly FrozenDictionary<string, Bank> _byCode;
    private readonly FrozenDictionary<string, (Bank Bank, bool Common)> _byAlias;
    private readonly FrozenSet<string> _suffixes;
    private readonly PhraseFinder _finder;

    public BankTable(BankFile file)
    {
        _byCode = file.Banks.ToFrozenDictionary(bank => bank.Code);
        _byAlias = file.Banks
            .SelectMany(bank => bank.Aliases.Select(alias => (Alias: alias, Bank: bank, Common: false))
                .Concat(bank.CommonAliases.Select(alias => (Alias: alias, Bank: bank, Common: true))))
            .DistinctBy(item => TextFold.Key(item.Alias))
            .ToFrozenDictionary(item => TextFold.Key(item.Alias), item => (item.Bank, item.Common));
        _suffixes = file.Suffixes.Select(TextFold.Key).ToFrozenSet();
        // the suffixes compete, so that "Banco" does not match as a misread "Banesco"
        _finder = new PhraseFinder(file.Banks.SelectMany(bank => bank.Aliases.Concat(bank.CommonAliases))
            .Concat(file.Suffixes).Select(alias => new Phrase(alias)));
        Documents = file.Banks.Select(bank => bank.Rif).OfType<string>().SelectMany(rif => (string[])[rif, rif[..^1]]).ToFrozenSet();
    }

    /// <summary>The banks' own tax numbers, letter and digits, with and without the check digit.</summary>
    public IReadOnlySet<string> Documents { get; }

    public Bank? ByCode(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Whether a word belongs to a bank's suffix at this place.</summary>
    public bool IsSuffix(Token token, Token before) => _suffixes.Contains(token.Key) || _suffixes.Contains(before.Key + token.Key);

    /// <summary>Whether it is a long word that only full names of banks contain, misread or not; <c>C.A.</c> may belong to any company.</summary>
    public bool IsOfBank(Token token) => token.Key == "banco" || _suffixes.Any(suffix =>
        suffix.Length >= LongSuffix && EditDistance.Bounded(suffix, token.Key, 2) <= 2);

    /// <summary>Returns the names in the tokens in order, without overlaps.</summary>
    public IEnumerable<BankName> NamesIn(IReadOnlyList<Token> tokens) =>
        _finder.FindBest(tokens).Where(match => _byAlias.ContainsKey(match.Phrase.Key)).Select(match => new BankName(match, _byAlias[match.Phrase.Key].Bank, _byAlias[match.Phrase.Key].Common));
}

/// <summary>A bank's name in a list of tokens.</summary>
/// <param name="Match">Position of the name.</param>
/// <param name="Bank">The bank.</param>
/// <param name="Common">Whether the name is a common word too.</param>
internal readonly record struct BankName(PhraseMatch Match, Bank Bank, bool Common);
