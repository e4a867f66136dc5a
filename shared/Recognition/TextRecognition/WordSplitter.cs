using System.Runtime.InteropServices;
using System.Text;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>
/// Converts characters to words. A recognized blank separates two words. A word extends half a character's pitch beyond the time steps of its
/// first and last character, but never past the middle of the blank.
/// </summary>
internal static class WordSplitter
{
    private const string Blank = " ";

    // Width of a digit in common sans-serif type, as a fraction of the crop's height.
    private const double DigitWidth = 0.375;

    /// <summary>Decodes the characters of a word as digits; returns <see langword="null"/> when this does not apply.</summary>
    public delegate string? DigitsOf(ReadOnlySpan<CtcSymbol> word);

    public static List<Word> Split(
        List<CtcSymbol> symbols, Crop crop, TextRegion region, RecognizerSettings settings, DigitsOf? digitsOf = null)
    {
        var words = new List<Word>();
        for (var start = 0; start < symbols.Count;)
        {
            if (IsBlank(symbols[start], settings))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < symbols.Count && !IsBlank(symbols[end], settings))
            {
                end++;
            }

            var digits = digitsOf?.Invoke(CollectionsMarshal.AsSpan(symbols)[start..end]);
            words.Add(Make(symbols, start, end, crop, region, settings) with { Digits = digits });
            start = end;
        }

        return words;
    }

    private static Word Make(List<CtcSymbol> symbols, int start, int end, Crop crop, TextRegion region, RecognizerSettings settings)
    {
        var text = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            text.Append(settings.Alphabet[symbols[i].Index]);
        }

        var pixelsPerStep = settings.TimeStepPixels * (double)crop.Area.Width / crop.Width;
        var half = Pitch(symbols, start, end, settings) / 2;
        var left = start == 0
            ? region.X0
            : crop.Area.X0 + (Math.Max(symbols[start].Center - half, symbols[start - 1].Center) * pixelsPerStep);
        var right = end == symbols.Count
            ? region.X1
            : crop.Area.X0 + (Math.Min(symbols[end - 1].Center + half, symbols[end].Center) * pixelsPerStep);
        var confidence = WordConfidence.Of(CollectionsMarshal.AsSpan(symbols)[start..end], region.Height, settings.Calibration);
        return new Word(text.ToString(), confidence, Box(left, right, crop, region));
    }

    /// <summary>Mean distance between neighboring characters, steps; for a single character, the width of a digit at this height.</summary>
    private static double Pitch(List<CtcSymbol> symbols, int start, int end, RecognizerSettings settings) =>
        end - start > 1 ? (symbols[end - 1].Center - symbols[start].Center) / (end - start - 1) : DigitWidth * settings.Height / settings.TimeStepPixels;

    private static PixelBox Box(double left, double right, Crop crop, TextRegion region)
    {
        var x0 = Math.Clamp((int)Math.Round(left), crop.Area.X0, crop.Area.X1 - 1);
        var x1 = Math.Clamp((int)Math.Round(right), x0 + 1, crop.Area.X1);
        var y0 = Math.Clamp((int)Math.Round(region.Y0), crop.Area.Y0, crop.Area.Y1 - 1);
        return new PixelBox(x0, y0, x1, Math.Clamp((int)Math.Round(region.Y1), y0 + 1, crop.Area.Y1));
    }

    private static bool IsBlank(CtcSymbol symbol, RecognizerSettings settings) => settings.Alphabet[symbol.Index] == Blank;
}
