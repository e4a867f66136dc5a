using Ocr.Extractor.Layout;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Candidates;

/// <summary>Groups tokens that may form one value: neighbors in a line, and consecutive lines.</summary>
internal static class SpanFinder
{
    /// <summary>Minimum probability of a token.</summary>
    private const float MinProbability = 0.12f;

    /// <summary>Maximum gap before a wrapped line, text heights.</summary>
    private const float WrapGap = 1.6f;

    /// <summary>Returns spans in reading order, each as its lines.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<Token>>> Find(Page page, PageScores scores, FieldTag tag)
    {
        var spans = new List<List<List<Token>>>();
        foreach (var token in page.Tokens.Where(token => scores[token, tag] >= MinProbability && !token.Segment.Row.IsStatusBar))
        {
            var span = spans.FindLast(span => Continues(page, scores, tag, span, token));
            if (span is null)
            {
                spans.Add([[token]]);
            }
            else if (span[^1][^1].Segment.Row == token.Segment.Row)
            {
                span[^1].Add(token);
            }
            else
            {
                span.Add([token]);
            }
        }

        return spans;
    }

    private static bool Continues(Page page, PageScores scores, FieldTag tag, List<List<Token>> span, Token token)
    {
        var last = span[^1][^1];
        if (last.Segment.Row == token.Segment.Row)
        {
            return last.Segment == token.Segment
                ? Between(page, last, token).All(other => other.Key.Length == 0 || scores[other, tag] >= MinProbability / 4)
                : token.Box.X0 - last.Box.X1 < 2.5f * page.TextHeight && token.Order == last.Order + 1;
        }

        // the previous line ends with the span's words, and this line starts with them
        var gap = token.Box.Y0 - last.Box.Y1;
        return gap < WrapGap * Math.Max(page.TextHeight, Math.Min(last.Box.Height, token.Box.Height))
            && token.Segment.Row.Index > last.Segment.Row.Index
            && token.Segment.Row.Index <= last.Segment.Row.Index + 2
            && token == token.Segment.Tokens[0]
            && last == last.Segment.Tokens[^1];
    }

    private static IEnumerable<Token> Between(Page page, Token first, Token second) =>
        page.Tokens.Skip(first.Order + 1).Take(second.Order - first.Order - 1);
}
