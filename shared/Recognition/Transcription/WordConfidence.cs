using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Transcription;

/// <summary>How sure a word is.</summary>
internal static class WordConfidence
{
    /// <summary>The calibrated share of such words that are right; uncalibrated, the geometric mean of the characters' probabilities.</summary>
    /// <param name="symbols">The word's characters, at least one.</param>
    /// <param name="height">Height of the word's box, pixels of the upright image.</param>
    /// <param name="calibration">The recogniser's.</param>
    public static float Of(ReadOnlySpan<CtcSymbol> symbols, double height, Calibration? calibration)
    {
        var (leastSymbol, leastBlank, logarithms) = (1f, symbols[^1].BlankAfter, 0.0);
        foreach (var symbol in symbols)
        {
            leastSymbol = Math.Min(leastSymbol, symbol.Probability);
            leastBlank = Math.Min(leastBlank, symbol.BlankBefore);
            logarithms += Math.Log(symbol.Probability);
        }

        return calibration is null
            ? (float)Math.Exp(logarithms / symbols.Length)
            : (float)calibration.Confidence(leastSymbol, leastBlank, height, symbols.Length);
    }
}
