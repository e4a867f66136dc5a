using Ocr.Contracts;
using Ocr.Extractor.Text;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Proposes the payer's bank when it is not in the table.</summary>
internal sealed class BankTeacher(RuleDraft draft, IReadOnlyList<TaughtReceipt> receipts, string? code)
{
    private const int CodeLength = 4;
    private const int ShortestAlias = 4;

    private readonly KnownTexts _known = new(draft);
    private readonly List<Conflict> _conflicts = [];

    /// <summary>What could not be proposed.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts;

    /// <exception cref="TeachingException">The given code belongs to another bank, or is malformed.</exception>
    public RuleProposal? Propose()
    {
        foreach (var bank in receipts.Select(receipt => receipt.Truth[FieldKeys.BancoDestino]).Distinct().Where(bank => bank.Length > 0 && !IsKnown(bank) && bank != Output))
        {
            _conflicts.Add(new Conflict(FieldKeys.BancoDestino, $"'{bank}' is not in the bank table; add it there, or correct the truth"));
        }

        if (code is not null && draft.Banks.Banks.FirstOrDefault(bank => bank.Code == code) is { } other && other.Output != Output)
        {
            throw new TeachingException($"--bank: {code} is {other.Output} in the bank table, but the truth is '{Output}'; give its own code.");
        }

        if (Output.Length == 0 || IsKnown(Output))
        {
            return null;
        }

        if ((code ?? OfAccounts()) is { Length: CodeLength } own && own[0] == '0' && own.All(char.IsAsciiDigit))
        {
            return New(own);
        }

        _conflicts.Add(new Conflict(FieldKeys.BancoOrigen, $"'{Output}' is not in the bank table, and no account shows its code; give it with --bank, four digits that start with 0"));
        return null;
    }

    private string Output => field ??= Shared.Value(receipts, FieldKeys.BancoOrigen);

    private RuleProposal New(string own)
    {
        var aliases = Aliases().ToList();
        var common = aliases.Where(alias => _known.IsCommon(TextFold.Key(alias))).ToList();
        List<string> parts = [$"\"code\": \"{own}\"", $"\"output\": {JsonText.Quote(Output)}", List("aliases", aliases.Except(common))];
        if (common.Count > 0)
        {
            parts.Add(List("commonAliases", common));
        }

        return new RuleProposal(
            $"bank {own}",
            $"{Output}, printed as {string.Join(", ", aliases.Select(JsonText.Quote))}",
            [new RuleEdit(true, json => JsonText.Append(json, $"{{ {string.Join(", ", parts)} }}", "banks"))]);
    }

    private static string List(string name, IEnumerable<string> texts) => $"\"{name}\": [{string.Join(", ", texts.Select(JsonText.Quote))}]";

    /// <summary>Returns the name as the images print it, whole and without words that all banks' names have; otherwise the name in the truth.</summary>
    private IEnumerable<string> Aliases()
    {
        var suffixes = draft.Banks.Suffixes.Select(TextFold.Key).ToHashSet();
        string[] words = [.. Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word[..1].ToUpperInvariant(), word[1..].ToLowerInvariant()))];
        string[] own = [.. words.Where(word => !suffixes.Contains(TextFold.Key(word)))];
        return ((string[])[Printed(words), Printed(own)]).Where(alias => TextFold.Key(alias).Length >= ShortestAlias).DistinctBy(TextFold.Key);
    }

    private string Printed(string[] words)
    {
        var key = TextFold.Key(string.Concat(words));
        var texts = from receipt in receipts
                    from row in receipt.Rows
                    from start in Enumerable.Range(0, row.Tokens.Count)
                    let tokens = row.Tokens.Skip(start).Take(words.Length)
                    where string.Concat(tokens.Select(token => token.Key)) == key
                    select string.Join(' ', tokens.Select(token => token.Text)).Trim(' ', ':', '.', ',');
        return texts.FirstOrDefault() ?? string.Join(' ', words);
    }

    /// <summary>Returns the first four digits of the payer's accounts, when all images that show one agree.</summary>
    private string? OfAccounts()
    {
        string[] starts = [.. receipts.Select(receipt => receipt.Truth[FieldKeys.CuentaOrigen]).Where(account => account.Length > CodeLength).Select(account => account[..CodeLength]).Distinct()];
        return starts.Length == 1 ? starts[0] : null;
    }

    private bool IsKnown(string output) => draft.Banks.Banks.Any(bank => bank.Output == output);
}
