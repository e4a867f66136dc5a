using Ocr.Extractor.Layout;
using Ocr.Extractor.Phrases;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Labels;

/// <summary>Finds labels at their usual places: at the start of a segment, after another label, or before a colon.</summary>
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
                var found = LabelsIn(segment, [.. vocabulary.Finder.FindAll(segment.Tokens).Select(match => WithEnding(match, segment, vocabulary))], named);
                hits.AddRange(found.Select(match => new LabelHit(vocabulary[match.Phrase], segment, match.Start, match.Count, match.Likeness)));
                named |= hits.Count > 0 && hits[^1] is { HasColon: true, NamesValue: true } last && last.Segment == segment;
            }
        }

        foreach (var wrapped in WrappedLabels.Find(page, vocabulary, hits).ToList())
        {
            hits.RemoveAll(hit => hit.Segment == wrapped.Above || (hit.Segment == wrapped.Segment && hit.Start < wrapped.End));
            hits.Add(wrapped);
        }

        return hits;
    }

    private static IEnumerable<PhraseMatch> LabelsIn(Segment segment, List<PhraseMatch> matches, bool behindLabel)
    {
        for (var place = 0; place < segment.Tokens.Count;)
        {
            var from = place;
            var next = Heaviest(matches.Where(match => match.Start == from && IsLabel(match, segment, matches, behindLabel)))
                ?? Heaviest(matches.Where(match => match.Start >= from && Colon(match, segment) && match.Phrase.Key.Length > 2));
            if (next is not { } found)
            {
                yield break;
            }

            yield return found;
            place = found.End;
        }
    }

    /// <summary>Extends the label of a value by a general ending, as in "motivo de la operación".</summary>
    private static PhraseMatch WithEnding(PhraseMatch match, Segment segment, Vocabulary vocabulary)
    {
        if (vocabulary[match.Phrase].Role is not (LabelRole.Field or LabelRole.Ignored) || match.End >= segment.Tokens.Count || Colon(match, segment))
        {
            return match;
        }

        var endings = new List<PhraseMatch>();
        vocabulary.Endings.FindAt(segment.Tokens, match.End, endings);
        return Heaviest(endings) is { } ending ? match with { Count = match.Count + ending.Count, Tail = ending.Count } : match;
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

    /// <summary>Whether a match is a label. A single word is one only with its colon, before something with digits, or when it is alone.</summary>
    private static bool IsLabel(PhraseMatch match, Segment segment, List<PhraseMatch> matches, bool behindLabel)
    {
        if (Colon(match, segment))
        {
            return true;
        }

        if (match.WordCount > 1)
        {
            return !behindLabel || match.WordCount > 2;
        }

        if (behindLabel || match.Distance > 1)
        {
            return false;
        }

        var rest = segment.Tokens.Skip(match.End).FirstOrDefault(token => token.Key.Length > 0);
        return rest is null
            || rest.Text.Any(char.IsAsciiDigit)
            || rest.Key is "bs" or "v" or "e" or "j"
            || matches.Exists(other => other.Start == match.End && other.Phrase.WordCount > 1);
    }

    private static bool Colon(PhraseMatch match, Segment segment) =>
        segment.Tokens[match.End - 1].EndsLabel
        || (match.End < segment.Tokens.Count && segment.Tokens[match.End].Text is ":" or ";");
}
