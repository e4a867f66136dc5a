using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Engine;

/// <summary>Finds labels where labels stand: at the start of a segment, behind another label, or before a colon.</summary>
internal static class LabelFinder
{
    public static IReadOnlyList<LabelHit> Find(Page page, Vocabulary vocabulary)
    {
        var hits = new List<LabelHit>();
        foreach (var row in page.Rows.Where(row => !row.IsStatusBar))
        {
            var named = false;
            foreach (var segment in row.Segments)
            {
                var matches = vocabulary.Finder.FindAll(segment.Tokens);
                foreach (var match in InSegment(segment, matches, named))
                {
                    hits.Add(new LabelHit(vocabulary[match.Phrase], segment, match.Start, match.Count, match.Likeness));
                }

                named |= hits.Count > 0 && hits[^1].Segment == segment && hits[^1] is { HasColon: true, Entry.Role: LabelRole.Field or LabelRole.Ignored };
            }
        }

        return hits;
    }

    private static IEnumerable<PhraseMatch> InSegment(Segment segment, List<PhraseMatch> matches, bool behindLabel)
    {
        var place = 0;
        var anchored = true;
        while (place < segment.Tokens.Count)
        {
            var next = anchored ? Heaviest(matches.Where(match => match.Start == place && Stands(match, segment, matches, behindLabel))) : null;
            next ??= Heaviest(matches.Where(match => match.Start >= place && Colon(match, segment) && match.Phrase.Key.Length > 2));
            if (next is not { } found)
            {
                yield break;
            }

            yield return found;
            place = found.End;
        }
    }

    private static PhraseMatch? Heaviest(IEnumerable<PhraseMatch> matches)
    {
        PhraseMatch? best = null;
        foreach (var match in matches)
        {
            if (best is null || match.Weight > best.Value.Weight)
            {
                best = match;
            }
        }

        return best;
    }

    /// <summary>One word alone is a label only with its colon, before something with figures, or when nothing else stands there.</summary>
    private static bool Stands(PhraseMatch match, Segment segment, List<PhraseMatch> matches, bool behindLabel)
    {
        if (Colon(match, segment))
        {
            return true;
        }

        if (behindLabel && match.Phrase.WordCount < 3)
        {
            return false;
        }

        if (match.Phrase.WordCount > 1)
        {
            return true;
        }

        if (match.Distance > 1)
        {
            return false;
        }

        var rest = segment.Tokens.Skip(match.End).Where(token => token.Key.Length > 0).ToList();
        return rest.Count == 0
            || rest[0].Text.Any(char.IsAsciiDigit)
            || rest[0].Key is "bs" or "v" or "e" or "j"
            || matches.Exists(other => other.Start == match.End && other.Phrase.WordCount > 1);
    }

    private static bool Colon(PhraseMatch match, Segment segment) =>
        segment.Tokens[match.End - 1].EndsLabel
        || (match.End < segment.Tokens.Count && segment.Tokens[match.End].Text is ":" or ";");
}
