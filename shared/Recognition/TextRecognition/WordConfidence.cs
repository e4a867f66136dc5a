using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Computes the confidence of a word.</summary>
internal static class WordConfidence
{
    /// <summary>Returns the calibrated probability that the word is right; without a calibration, the geometric mean of the characters' probabilities.</summary>
    /// <param name="symbols">The word's characters, at least one.</param>
    /// <param name="height">Height of the word's box, pixels of the upright image.</param>
    /// <param name="calibration">The recognizer's calibration.</param>
    public static float Of(ReadOnlySpan<CtcSymbol> symbols, double height, Calibration? calibration)
    {
        var (minSymbol, minBlank, logarithms) = (1f, symbols[^1].BlankAfter, 0.0);
        foreach (var symbol in symbols)
        {
            minSymbol = Math.Min(minSymbol, symbol.Probability);
            minBlank = Math.Min(minBlank, symbol.BlankBefore);
            logarithms += Math.Log(symbol.Probability);
        }

        return calibration is null
            ? (float)Math.Exp(logarithms / symbols.Length)
            : (float)calibration.Confidence(minSymbol, minBlank, height, symbols.Length);
    }
}
