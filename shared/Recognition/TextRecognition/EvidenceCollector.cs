using Ocr.Recognition.Detection;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Collects evidence for and against the correctness of the words of a crop.</summary>
internal sealed class EvidenceCollector(RecognizerSettings settings)
{
    private const string Blank = " ";

    /// <summary>Adds the evidence to words.</summary>
    /// <param name="words">The words of the crop, left to right.</param>
    /// <param name="symbols">The crop's characters, from which the words were made.</param>
    /// <param name="region">Region of the words.</param>
    /// <param name="tone">Properties of the crop's pixels.</param>
    public void AddTo(List<Word> words, ReadOnlySpan<CtcSymbol> symbols, TextRegion region, CropTone tone)
    {
        var start = 0;
        for (var i = 0; i < words.Count; i++)
        {
            while (IsBlank(symbols[start]))
            {
                start++;
            }

            var end = start;
            while (end < symbols.Length && !IsBlank(symbols[end]))
            {
                end++;
            }

            words[i] = words[i] with
            {
                Evidence = new WordEvidence
                {
                    Reading = words[i].Confidence,
                    Height = (float)region.Height,
                    Contrast = (float)tone.Deviation,
                    Lead = start == 0 ? Heights(Column(symbols[0]) - tone.Ink.First) : 0,
                    Advances = Advances(symbols, start, end, tone.Ink),
                },
            };
            start = end;
        }
    }

    private float[] Advances(ReadOnlySpan<CtcSymbol> symbols, int start, int end, CropInk ink)
    {
        var advances = new float[end - start];
        for (var i = start; i < end; i++)
        {
            advances[i - start] = Heights((i + 1 < symbols.Length ? Column(symbols[i + 1]) : ink.End) - Column(symbols[i]));
        }

        return advances;
    }

    private double Column(CtcSymbol symbol) => symbol.Center * settings.TimeStepPixels;

    private float Heights(double columns) => (float)(columns / settings.Height);

    private bool IsBlank(CtcSymbol symbol) => settings.Alphabet[symbol.Index] == Blank;
}
