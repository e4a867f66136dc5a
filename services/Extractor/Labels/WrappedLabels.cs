using Ocr.Extractor.Layout;
using Ocr.Extractor.Phrases;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Labels;

/// <summary>Finds labels that are wrapped over two lines in a narrow column.</summary>
internal static class WrappedLabels
{
    /// <summary>Maximum gap between the two lines, text heights.</summary>
    private const float LineGap = 1.1f;

    private const float Aligned = 0.7f;

    /// <summary>Two stacked labels look like a long misread one: <c>Fecha / Operación</c>.</summary>
    private const int MaxMisread = 1;

    /// <summary>Returns labels over two lines that match better than the labels on either line.</summary>
    public static IEnumerable<LabelHit> Find(Page page, Vocabulary vocabulary, IReadOnlyList<LabelHit> single)
    {
        foreach (var (upper, lower) in Pairs(page))
        {
            Token[] tokens = [.. upper.Tokens, .. lower.Tokens];
            var matches = new List<PhraseMatch>();
            vocabulary.Finder.FindAt(tokens, 0, matches, upper.Tokens.Count + 1);
            var match = matches
                .Where(match => match.Distance <= MaxMisread && Ends(match, tokens))
                .OrderByDescending(match => match.Weight).FirstOrDefault();
            if (match.Phrase is not null && !AreTwoLabels(page, upper, lower, match, single))
            {
                yield return new LabelHit(vocabulary[match.Phrase], lower, 0, match.End - upper.Tokens.Count, match.Likeness, upper);
            }
        }
    }

    /// <summary>Whether each line matches a phrase equally well, or names a separate value.</summary>
    private static bool AreTwoLabels(Page page, Segment upper, Segment lower, PhraseMatch match, IReadOnlyList<LabelHit> single)
    {
        var own = single.Where(hit => hit.Segment == upper || hit.Segment == lower).ToList();
        return own.Exists(hit => hit.Entry.Phrase.Key.Length >= match.Weight)
            || (own.Exists(hit => hit.Segment == upper) && own.Exists(hit => hit.Segment == lower)
                && HasValue(upper, single) && HasValue(lower, single) && !AreClose(page, upper, lower));
    }

    /// <summary>Whether the two lines are closer to each other than to the rows around them.</summary>
    private static bool AreClose(Page page, Segment upper, Segment lower)
    {
        var between = lower.Box.Y0 - upper.Box.Y1;
        var before = upper.Row.Index > 0 ? upper.Box.Y0 - page.Rows[upper.Row.Index - 1].Box.Y1 : float.MaxValue;
        var after = lower.Row.Index + 1 < page.Rows.Count ? page.Rows[lower.Row.Index + 1].Box.Y0 - lower.Box.Y1 : float.MaxValue;
        return between < 0.75f * Math.Min(before, after);
    }

    private static bool HasValue(Segment segment, IReadOnlyList<LabelHit> single) =>
        segment.Row.Segments.Any(other => other.Box.X0 > segment.Box.X1 && single.All(hit => hit.Segment != other));

    private static IEnumerable<(Segment Upper, Segment Lower)> Pairs(Page page) =>
        from row in page.Rows
        where !row.IsStatusBar
        from upper in row.Segments
        where !upper.Tokens[^1].EndsLabel
        from lower in page.Rows.Skip(row.Index + 1).Take(2).SelectMany(next => next.Segments)
        where lower.Box.Y0 - upper.Box.Y1 < LineGap * page.TextHeight
            && Math.Min(Math.Abs(lower.Box.X0 - upper.Box.X0), Math.Abs(lower.Box.CenterX - upper.Box.CenterX)) < Aligned * page.TextHeight
        select (upper, lower);

    /// <summary>Whether the label is followed by the end of the line, a colon or digits.</summary>
    private static bool Ends(PhraseMatch match, Token[] tokens) =>
        match.End == tokens.Length || tokens[match.End - 1].EndsLabel || tokens[match.End].Text is ":" || tokens[match.End].Text.Any(char.IsAsciiDigit);
}
