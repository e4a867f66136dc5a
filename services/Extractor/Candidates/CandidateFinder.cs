using Ocr.Extractor.Engine;
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
            var run = new Run(span, joined: grammar.IsNumber);
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

        return [.. found.OrderByDescending(candidate => candidate.Finding.IsUsable ? candidate.Likelihood : 0.1 * candidate.Likelihood)];
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
