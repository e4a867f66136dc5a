using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Banks;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Finds the words of true values with the grammars and normalizers of the rules: <c>V - 12.345.678</c> is <c>V-12345678</c>.</summary>
internal sealed class ValueFinder(RuleDraft draft)
{
    /// <summary>Maximum number of lines of a value.</summary>
    private const int MaxLines = 3;

    private readonly FrozenDictionary<string, IValueGrammar> _grammars = Grammars.Create(new BankTable(draft.Banks));

    /// <summary>Returns every place of a field's value from top to bottom, none within another.</summary>
    public IReadOnlyList<ValuePlace> Find(TaughtReceipt receipt, FieldRule rule)
    {
        var truth = receipt.Truth[rule.Field];
        var normalizer = Normalizers.ByName[rule.Normalizer];
        var found = new List<ValuePlace>();
        var sources = rule.Sources.Where(source => source.Apps.Count == 0);
        foreach (var grammar in truth.Length == 0 ? [] : sources.Select(source => source.Grammar).OfType<string>().Distinct())
        {
            foreach (var run in Stretches(receipt).SelectMany(lines => Runs(lines, _grammars[grammar])))
            {
                found.AddRange(_grammars[grammar].Find(run, shared: false)
                    .Where(match => match.Problem is null && IsTrue(rule.Field, truth, normalizer.Apply(match.Value)))
                    .Select(match => new ValuePlace(receipt, rule.Field, grammar, [.. run.TokensIn(match.Start, match.End)])));
            }
        }

        // of a bank's name the longest match; of other values the shortest
        var ordered = found.OrderBy(place => place.Grammar == "bank" ? -place.Tokens.Count : place.Tokens.Count);
        return [.. ordered.Aggregate(new List<ValuePlace>(), AddFree).OrderBy(place => place.Tokens[0].Order)];
    }

    private static List<ValuePlace> AddFree(List<ValuePlace> kept, ValuePlace place)
    {
        if (!kept.Exists(other => other.Tokens.Any(place.Tokens.Contains)))
        {
            kept.Add(place);
        }

        return kept;
    }

    /// <summary>Compares a value with the truth; misread accents in names and text of the payer are ignored.</summary>
    private static bool IsTrue(string field, string truth, string value) =>
        FieldComparison.IsRight(field, truth, value) || (field is FieldKeys.Concepto or Truth.NameKey && FieldComparison.IsAlike(truth, value));

    private static IEnumerable<Run> Runs(IReadOnlyList<IReadOnlyList<Token>> lines, IValueGrammar grammar)
    {
        var plain = new Run(lines);
        var joined = grammar.IsNumber ? new Run(lines, joined: true) : plain;
        return joined.IsJoined ? [joined, plain] : [plain];
    }

    /// <summary>Returns possible extents of a value: from every word to the end of its segment or row, optionally with the lines below it.</summary>
    private static IEnumerable<IReadOnlyList<IReadOnlyList<Token>>> Stretches(TaughtReceipt receipt)
    {
        foreach (var row in receipt.Rows)
        {
            foreach (var tokens in row.Segments.Select(segment => segment.Tokens).Append(row.Tokens))
            {
                for (var i = 0; i < tokens.Count; i++)
                {
                    IReadOnlyList<Token> line = [.. tokens.Skip(i)];
                    yield return [line];
                    foreach (var block in Below(receipt.Page, line))
                    {
                        yield return block;
                    }
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<Token>>> Below(Page page, IReadOnlyList<Token> line)
    {
        List<IReadOnlyList<Token>> lines = [line];
        while (lines.Count < MaxLines && Under(page, lines[^1]) is { } next)
        {
            lines.Add(next.Tokens);
            yield return [.. lines];
        }
    }

    /// <summary>Returns the segment closely below a line that shares its left or its right edge.</summary>
    private static Segment? Under(Page page, IReadOnlyList<Token> line)
    {
        var (row, left, right, bottom) = (line[0].Segment.Row, line[0].Box.X0, line[^1].Box.X1, line.Max(token => token.Box.Y1));
        return page.Rows.ElementAtOrDefault(row.Index + 1)?.Segments.FirstOrDefault(segment =>
            segment.Box.Y0 - bottom < page.TextHeight
            && Math.Min(Math.Abs(segment.Box.X0 - left), Math.Abs(segment.Box.X1 - right)) < page.TextHeight);
    }
}
