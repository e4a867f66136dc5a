using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.ColorText;

/// <summary>Merges the words of two planes of one page.</summary>
internal static class WordMerge
{
    // Words overlap when they share this fraction of the smaller one.
    private const double Shared = 0.4;

    // Less confident words that overlap no other one are pictures or edges.
    private const double MinConfidence = 0.5;

    private const double Doubtful = 0.9;

    /// <summary>
    /// Adds words where there are none, and replaces overlapping words that are all less confident. Words that are not doubtful are only
    /// replaced by one with more characters: text of which gray shows a part is often read with confidence.
    /// </summary>
    /// <param name="words">The words of the page so far.</param>
    /// <param name="found">The words of another plane.</param>
    /// <param name="confidence">The confidence of a word, 0–1.</param>
    public static List<Word> Merge(List<Word> words, IEnumerable<Word> found, Func<Word, double> confidence)
    {
        foreach (var word in found)
        {
            var same = words.FindAll(other => Overlap(other.Box, word.Box));
            var best = same.Count == 0 ? MinConfidence : same.Max(confidence);
            if (confidence(word) > best && (best < Doubtful || word.Text.Length > same.Sum(other => other.Text.Length)))
            {
                words = [.. words.Except(same), word];
            }
        }

        return words;
    }

    private static bool Overlap(PixelBox a, PixelBox b) => a.Intersect(b).Area >= Shared * Math.Min(a.Area, b.Area);
}
