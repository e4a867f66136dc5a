using System.Collections.Frozen;
using Ocr.Extractor.Banks;

namespace Ocr.Extractor.Values;

/// <summary>The grammars that a rule may name.</summary>
internal static class Grammars
{
    public static FrozenDictionary<string, IValueGrammar> Create(BankTable banks) =>
        new IValueGrammar[]
        {
            new AmountGrammar(), new DateGrammar(monthFirst: false), new DateGrammar(monthFirst: true), new TimeGrammar(), new PhoneGrammar(), new ReferenceGrammar(),
            new AlphanumericGrammar(), new AccountGrammar(), new TextGrammar(), new NameGrammar(banks), new BankGrammar(banks),
            new DocumentGrammar(banks.Documents, taxNumber: false), new DocumentGrammar(banks.Documents, taxNumber: true),
        }.ToFrozenDictionary(grammar => grammar.Name);
}
