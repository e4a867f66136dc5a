namespace Ocr.Extractor.Phrases;

/// <summary>A phrase in a list of tokens.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Start">Index of the first token.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Distance">Number of misread letters.</param>
/// <param name="Tail">Number of the last tokens that are a general ending of labels, not part of the phrase.</param>
internal readonly record struct PhraseMatch(Phrase Phrase, int Start, int Count, int Distance, int Tail = 0)
{
    public int WordCount => Phrase.WordCount + Tail;

    public int End => Start + Count;

    /// <summary>Share of its letters that were read right, 0–1.</summary>
    public double Likeness => 1 - ((double)Distance / Phrase.Key.Length);

    /// <summary>Long phrases outweigh short ones; a misread letter costs as much as three right ones.</summary>
    public int Weight => Phrase.Key.Length - (3 * Distance);
}
