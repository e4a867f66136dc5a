namespace Ocr.Extractor.Text;

/// <summary>Where a phrase stands in a list of tokens.</summary>
/// <param name="Phrase">What was found.</param>
/// <param name="Start">First token.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Distance">Misread letters.</param>
internal readonly record struct PhraseMatch(Phrase Phrase, int Start, int Count, int Distance)
{
    public int End => Start + Count;

    /// <summary>0–1: how much of it was read as it should be.</summary>
    public double Likeness => 1 - ((double)Distance / Phrase.Key.Length);

    /// <summary>Long phrases beat short ones; every misread letter costs three right ones.</summary>
    public int Weight => Phrase.Key.Length - (3 * Distance);
}
