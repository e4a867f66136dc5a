using Ocr.Extractor.Banks;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Values;

/// <summary>Banks by code, or by name where no code is printed.</summary>
internal sealed class BankGrammar(BankTable banks) : IValueGrammar
{
    private const int CodeLength = 4;
    private const double CodeAgainstName = 0.8;

    public string Name => "bank";

    public bool IsNumber => false;

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        Token[] tokens = [.. run.Tokens];
        var all = banks.NamesIn(tokens).ToList();
        var names = all.FindAll(name => IsBank(name, tokens, run, shared));
        foreach (var (token, bank) in Codes(tokens))
        {
            var (start, end) = run.PlaceOf(token);
            var agreeing = all.Find(name => name.Bank.Code == bank.Code);
            if (agreeing.Bank is not null)
            {
                var (from, to) = Place(agreeing, tokens, run);
                (start, end) = (Math.Min(start, from), Math.Max(end, to));
            }

            var agrees = names.Count == 0 || agreeing.Bank is not null;
            yield return Value(bank, start, end, agrees ? 1 : CodeAgainstName) with { Doubt = agrees ? null : "El código y el nombre del banco no coinciden" };
        }

        var ordered = shared
            ? names.OrderByDescending(name => Marked(name, tokens, run)).ThenByDescending(name => name.Match.Start)
            : names.OrderByDescending(name => name.Match.Weight);
        foreach (var name in ordered)
        {
            var (start, end) = Place(name, tokens, run);
            yield return Value(name.Bank, start, end, name.Match.Likeness);
        }
    }

    public ValueMatch? AsRead(Run run) => run.Text.Count(char.IsLetter) >= 3
        ? new ValueMatch(0, run.Text.Length, Run.Flatten(run.Text)) { Problem = "El banco no está en la tabla de bancos" }
        : null;

    private static ValueMatch Value(Bank bank, int start, int end, double quality) =>
        new(start, end, bank.Output) { Prefix = bank.Code, Quality = quality };

    private IEnumerable<(Token Token, Bank Bank)> Codes(IEnumerable<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (banks.ByCode(Code(token.Text.Trim('(', ')', '-', '.', ':', ',', '='))) is { } bank)
            {
                yield return (token, bank);
            }
        }
    }

    /// <summary>Returns the four digits at the start, when a dash or nothing follows: <c>0105</c>, <c>0105-MERCANTIL</c>, <c>O105</c>.</summary>
    private static string? Code(string text) =>
        text.Length >= CodeLength
            && (text.Length == CodeLength || text[CodeLength] is '-' or '=' or ')' or '.' or '–')
            ? NumericFold.Fold(text[..CodeLength])
            : null;

    private (int Start, int End) Place(BankName name, Token[] tokens, Run run)
    {
        var last = name.Match.End - 1;
        while (SuffixLength(tokens, last) is > 0 and var length)
        {
            last += length;
        }

        return (run.PlaceOf(tokens[name.Match.Start]).Start, run.PlaceOf(tokens[last]).End);
    }

    /// <summary>Returns the number of tokens of the suffix after a place: <c>C.A.</c>, or <c>S A</c> with a blank in it; 0 for none.</summary>
    private int SuffixLength(Token[] tokens, int last) =>
        last + 1 < tokens.Length && (banks.IsSuffix(tokens[last + 1], tokens[last]) || tokens[last + 1].Key.Length == 0) ? 1
        : last + 2 < tokens.Length && tokens[last + 1].Key.Length == 1 && banks.IsSuffix(tokens[last + 2], tokens[last + 1]) ? 2
        : 0;

    /// <summary>Whether a name is a bank: a common word is one only where a bank is expected.</summary>
    private static bool IsBank(BankName name, Token[] tokens, Run run, bool shared) =>
        !name.Common || (!shared && name.Match.Start <= 2) || Marked(name, tokens, run);

    /// <summary>Whether a name follows a dash or the digits of a document, or starts a line.</summary>
    private static bool Marked(BankName name, Token[] tokens, Run run)
    {
        var first = tokens[name.Match.Start];
        return run.Lines.Any(line => line[0] == first && (!name.Common || line.Count == name.Match.Count))
            || (name.Match.Start > 0 && tokens[name.Match.Start - 1].Text.EndsWith('-'))
            || (name.Match.Start > 0 && tokens[name.Match.Start - 1].Text.Count(char.IsAsciiDigit) > CodeLength)
            || first.Text.StartsWith('-');
    }
}
