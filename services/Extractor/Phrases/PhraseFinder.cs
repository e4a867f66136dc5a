using System.Numerics;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Phrases;

/// <summary>Finds phrases in whole tokens, with tolerance for misread letters and for blanks that OCR adds or drops. Thread-safe.</summary>
internal sealed class PhraseFinder
{
    private const int LongestSpan = 9;

    /// <summary>Phrases that can match a text, by its length.</summary>
    private readonly Candidate[][] _byLength;
    private readonly int _longest;

    public PhraseFinder(IEnumerable<Phrase> phrases)
    {
        var usable = phrases.Where(phrase => phrase.Key.Length > 0).DistinctBy(phrase => phrase.Key).ToArray();
        _longest = usable.Length == 0 ? 0 : usable.Max(phrase => phrase.Key.Length + phrase.Allowed);
        _byLength = [.. Enumerable.Range(0, _longest + 1)
            .Select(length => usable.Where(phrase => Math.Abs(phrase.Key.Length - length) <= phrase.Allowed)
                .Select(phrase => new Candidate(phrase.Signature, 2 * phrase.Allowed, phrase)).ToArray())];
    }

    /// <summary>Returns every phrase at every place, including overlapping ones.</summary>
    public List<PhraseMatch> FindAll(IReadOnlyList<Token> tokens)
    {
        var found = new List<PhraseMatch>();
        for (var start = 0; start < tokens.Count; start++)
        {
            FindAt(tokens, start, found);
        }

        return found;
    }

    /// <summary>Adds every phrase that starts at a place and spans at least a number of tokens to <paramref name="found"/>.</summary>
    public void FindAt(IReadOnlyList<Token> tokens, int start, List<PhraseMatch> found, int minTokens = 1)
    {
        Span<char> key = stackalloc char[_longest];
        var (length, words, signature) = (0, 0, 0ul);
        for (var end = start; end < Math.Min(tokens.Count, start + LongestSpan); end++)
        {
            var part = tokens[end].Key;
            if ((part.Length == 0 && (end == start || end == tokens.Count - 1)) || length + part.Length > _longest)
            {
                return;
            }

            part.CopyTo(key[length..]);
            length += part.Length;
            signature = EditDistance.Signature(part, signature);
            words += part.Length > 0 ? 1 : 0;
            if (part.Length > 0 && end - start + 1 >= minTokens)
            {
                Compare(key[..length], signature, start, end - start + 1, words, found);
            }
        }
    }

    /// <summary>Returns the best phrases without overlaps, in order.</summary>
    public IReadOnlyList<PhraseMatch> FindBest(IReadOnlyList<Token> tokens) => Best(FindAll(tokens));

    /// <summary>Keeps the match of highest weight of overlapping ones.</summary>
    public static IReadOnlyList<PhraseMatch> Best(IEnumerable<PhraseMatch> matches)
    {
        var kept = new List<PhraseMatch>();
        foreach (var match in matches.OrderByDescending(match => match.Weight).ThenBy(match => match.Distance))
        {
            if (!kept.Exists(other => match.Start < other.End && other.Start < match.End))
            {
                kept.Add(match);
            }
        }

        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private void Compare(ReadOnlySpan<char> key, ulong signature, int start, int count, int words, List<PhraseMatch> found)
    {
        foreach (ref readonly var candidate in _byLength[key.Length].AsSpan())
        {
            if (BitOperations.PopCount(signature ^ candidate.Signature) > candidate.MaxDifferent)
            {
                continue;
            }

            // another number of tokens means a lost or added blank; then no letter may be lost as well
            var phrase = candidate.Phrase;
            var sameLetters = words == phrase.WordCount || Math.Abs(key.Length - phrase.Key.Length) <= 1;
            if (sameLetters && phrase.Distance(key) is { } distance)
            {
                found.Add(new PhraseMatch(phrase, start, count, distance));
            }
        }
    }

    /// <summary>A phrase with the values that reject nearly all others, adjacent in memory: this is most of the work per receipt.</summary>
    private readonly record struct Candidate(ulong Signature, int MaxDifferent, Phrase Phrase);
}
