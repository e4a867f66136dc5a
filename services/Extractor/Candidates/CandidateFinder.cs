using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Candidates;

/// <summary>Finds values that the grammars parse in the words with a field's tag. Words that do not parse are not candidates.</summary>
internal static class CandidateFinder
{
    private const double MinLikelihood = 0.02;

    /// <summary>Returns the candidates of a field, the most likely first.</summary>
    public static IReadOnlyList<Candidate> Find(ReceiptContext context, FieldKind kind, FieldRule rule, PageScores scores)
    {
        var source = new SourceRule { Name = $"{kind.Field}.modelo", Kind = SourceKinds.Model, Grammar = kind.Grammar };
        var grammar = context.Rules.Grammars[kind.Grammar];
        var found = new List<Candidate>();
        foreach (var span in SpanFinder.Find(context.Page, scores, kind.Tag))
        {
            var run = new Run(kind.Tag == FieldTag.Amount ? WithUnits(span) : Trimmed(context, span, kind), joined: grammar.IsNumber);
            var matches = grammar.Find(run, shared: false).ToList();
            foreach (var match in matches.Count > 0 ? matches : grammar.AsRead(run) is { } read ? [read] : [])
            {
                var likelihood = Likelihood([.. run.TokensIn(match.Start, match.End)], kind, scores);
                if (likelihood >= MinLikelihood)
                {
                    found.Add(new Candidate(kind.Field, FieldFactory.Create(context, rule, source, run, match, 1), likelihood));
                }
            }
        }

        // an amount in another currency beside one in bolívares is its equivalent
        var isForeign = found.ToLookup(candidate => candidate.Finding.Field.Currency is { } currency && currency != AmountGrammar.Bolivares);
        return [.. (isForeign[false].Any() ? isForeign[false] : found)
            .OrderByDescending(candidate => candidate.Finding.IsUsable ? candidate.Likelihood : 0.1 * candidate.Likelihood)];
    }

    /// <summary>Adds the units next to the figures, which the model may not take for a part of the amount.</summary>
    private static IEnumerable<IReadOnlyList<Token>> WithUnits(IReadOnlyList<IReadOnlyList<Token>> span) => span.Select(line =>
    {
        var tokens = line[0].Segment.Tokens.ToList();
        var (first, last) = (tokens.IndexOf(line[0]), tokens.IndexOf(line[^1]));
        return (IReadOnlyList<Token>)
        [
            .. first > 0 && IsUnit(tokens[first - 1]) ? [tokens[first - 1]] : (Token[])[],
            .. line,
            .. last >= 0 && last + 1 < tokens.Count && IsUnit(tokens[last + 1]) ? [tokens[last + 1]] : (Token[])[],
        ];
    });

    private static bool IsUnit(Token token) => AmountGrammar.CurrencyOf(token.Text) is not null;

    /// <summary>Removes the words of a known label before and after a text, which the model may take for a part of it.</summary>
    private static IReadOnlyList<IReadOnlyList<Token>> Trimmed(ReceiptContext context, IReadOnlyList<IReadOnlyList<Token>> span, FieldKind kind)
    {
        if (kind.Grammar != "text" || span.All(line => line.All(context.NameTokens.Contains)))
        {
            return span;
        }

        Token[] kept = [.. span.SelectMany(line => line).SkipWhile(context.NameTokens.Contains).Reverse().SkipWhile(context.NameTokens.Contains)];
        return [.. span.Select(line => (IReadOnlyList<Token>)[.. line.Where(kept.Contains)])];
    }

    /// <summary>Returns the geometric mean over the tokens that form the value: those with digits, or all tokens of a text.</summary>
    public static double Likelihood(IReadOnlyList<Token> tokens, FieldKind kind, PageScores scores)
    {
        var (sum, count) = (0.0, 0);
        var figures = !kind.IsText && tokens.Any(token => token.HasDigit);
        foreach (var token in tokens.Where(token => !figures || token.HasDigit))
        {
            sum += Math.Log(Math.Max(1e-6, scores[token, kind.Tag]));
            count++;
        }

        return count == 0 ? 0 : Math.Exp(sum / count);
    }
}
