using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>
/// Corrects <c>f</c> to <c>t</c> by the ink at the top of the letter: an <c>f</c> bends to the right there, a <c>t</c> does not. The recognizer
/// reads the <c>t</c> of fonts in which it has no hook at the bottom as <c>f</c>.
/// </summary>
/// <remarks>
/// In the upright fonts of training and calibration (48 families, 16 to 32 pixels, also blurred by 1.2 pixels), the center of the top of an <c>f</c> is at least 0.015 heights of the
/// letter to the right of its stem, and that of most <c>t</c> less than 0.01. A <c>t</c> whose top is farther to the right stays as it was read.
/// </remarks>
internal sealed class LetterHook(RecognizerSettings settings)
{
    // Fractions of the letter's height, from its top. The bar is above the stem's part.
    private const double TopEnd = 0.12;
    private const double StemStart = 0.55;
    private const double StemEnd = 0.8;

    // Maximum distance of the top from the stem, in heights of the letter, of a letter without a hook.
    private const double MaxShift = 0.012;

    // An f with a higher probability stays. Its ink can be that of a neighbor, when one letter has two runs of columns and two letters have one.
    private const float MaxProbability = 0.999f;

    private readonly int _f = settings.ClassOf("f");
    private readonly int _t = settings.ClassOf("t");
    private readonly int _space = settings.ClassOf(" ");

    /// <summary>Replaces each <c>f</c> without a hook.</summary>
    /// <param name="symbols">The characters of a crop, left to right.</param>
    /// <param name="pixels">The crop as it was recognized, row by row.</param>
    /// <param name="stride">Values per row.</param>
    /// <param name="width">Columns of the crop.</param>
    public void Correct(Span<CtcSymbol> symbols, ReadOnlySpan<float> pixels, int stride, int width)
    {
        if (_t < 0 || !HasDoubtful(symbols))
        {
            return;
        }

        var ink = new GlyphInk(pixels, stride, width);
        if (ink.Letters(symbols, _space) is not { } letters)
        {
            return;
        }

        for (var i = 0; i < symbols.Length; i++)
        {
            if (IsDoubtful(symbols[i]) && ink.Rows(letters[i].Left, letters[i].Right) is var (top, bottom) && IsStraight(ink, letters[i], top, bottom - top))
            {
                symbols[i] = symbols[i] with { Index = _t };
            }
        }
    }

    /// <summary>Whether the top of a letter is above its stem. False without ink in one of them.</summary>
    private static bool IsStraight(GlyphInk ink, (int Left, int Right) letter, int top, int height)
    {
        var end = ink.Center(top, top + Math.Max(1, Row(TopEnd)), letter.Left, letter.Right);
        var stem = ink.Center(top + Row(StemStart), top + Math.Max(Row(StemEnd), Row(StemStart) + 1), letter.Left, letter.Right);
        return end - stem <= MaxShift * height;

        int Row(double part) => (int)Math.Round(part * height);
    }

    private bool IsDoubtful(CtcSymbol symbol) => symbol.Index == _f && symbol.Probability < MaxProbability;

    private bool HasDoubtful(ReadOnlySpan<CtcSymbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (IsDoubtful(symbol))
            {
                return true;
            }
        }

        return false;
    }
}
