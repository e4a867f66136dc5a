using System.Runtime.InteropServices;
using System.Text;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Transcription;

/// <summary>
/// Characters to words. A blank that was read parts two words; where one ends and the next begins is taken from the time steps of the
/// characters, half a character's pitch beyond the outermost ones and never past the middle of the blank.
/// </summary>
internal static class WordSplitter
{
    private const string Blank = " ";

    // Of a crop's height, in common sans-serif type.
    private const double DigitWidth = 0.375;

    /// <summary>Reads the characters of a word again, as digits; <see langword="null"/> when they are no such word.</summary>
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
            : crop.Area.X0 + (Math.Max(symbols[start].Centre - half, symbols[start - 1].Centre) * pixelsPerStep);
        var right = end == symbols.Count
            ? region.X1
            : crop.Area.X0 + (Math.Min(symbols[end - 1].Centre + half, symbols[end].Centre) * pixelsPerStep);
        var confidence = WordConfidence.Of(CollectionsMarshal.AsSpan(symbols)[start..end], region.Height, settings.Calibration);
        return new Word(text.ToString(), confidence, Box(left, right, crop, region));
    }

    /// <summary>Mean distance of neighbouring characters, steps; of a lone character, the width of a digit at this height.</summary>
    private static double Pitch(List<CtcSymbol> symbols, int start, int end, RecognizerSettings settings) =>
        end - start > 1 ? (symbols[end - 1].Centre - symbols[start].Centre) / (end - start - 1) : DigitWidth * settings.Height / settings.TimeStepPixels;

    private static PixelBox Box(double left, double right, Crop crop, TextRegion region)
    {
        var x0 = Math.Clamp((int)Math.Round(left), crop.Area.X0, crop.Area.X1 - 1);
        var x1 = Math.Clamp((int)Math.Round(right), x0 + 1, crop.Area.X1);
        var y0 = Math.Clamp((int)Math.Round(region.Y0), crop.Area.Y0, crop.Area.Y1 - 1);
        return new PixelBox(x0, y0, x1, Math.Clamp((int)Math.Round(region.Y1), y0 + 1, crop.Area.Y1));
    }

    private static bool IsBlank(CtcSymbol symbol, RecognizerSettings settings) => settings.Alphabet[symbol.Index] == Blank;
}
