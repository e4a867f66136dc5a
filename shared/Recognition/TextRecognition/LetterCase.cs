using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>
/// Corrects the case of letters whose capital differs from the small letter only in height: C, O, S, U, V, W, X, Z. The recognizer often reads
/// <c>crema</c> as <c>Crema</c>, because a crop without tall letters shows no other height. The heights of the other letters decide.
/// </summary>
internal sealed class LetterCase
{
    private const string SameShape = "COSUVWXZ";

    // Letters without a part above the small letters, and capitals of another shape than their small letters.
    private const string Small = "aemnr";
    private const string Tall = "ABDEFGHIKLMNPRTY";

    // Capitals are at least 1.2 times as high as small letters in the usual fonts. Between the limits nothing changes.
    private const double SmallUpTo = 1.1;
    private const double CapitalFrom = 0.93;

    // Minimum number of capitals beside a small letter that becomes one, where its height is measured, and where it touches its neighbors.
    private const int MinCapitals = 2;
    private const int MinCapitalsUnmeasured = 4;

    private readonly char[] _letters;
    private readonly int[] _otherCase;
    private readonly int _space;

    public LetterCase(RecognizerSettings settings)
    {
        _letters = [.. settings.Alphabet.Select(symbol => symbol is [var c] ? c : '\0')];
        _otherCase = [.. _letters.Select(c => SameShape.Contains(char.ToUpperInvariant(c), StringComparison.Ordinal)
            ? Array.IndexOf(_letters, char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))
            : -1)];
        _space = settings.ClassOf(" ");
    }

    /// <summary>Replaces letters whose height belongs to the other case.</summary>
    /// <param name="symbols">The characters of a crop, left to right.</param>
    /// <param name="pixels">The crop as it was recognized, row by row.</param>
    /// <param name="stride">Values per row.</param>
    /// <param name="width">Columns of the crop.</param>
    public void Correct(Span<CtcSymbol> symbols, ReadOnlySpan<float> pixels, int stride, int width)
    {
        var counts = Count(symbols);
        if (!counts.MayLower && !counts.MayRaise)
        {
            return;
        }

        var heights = Heights(symbols, new GlyphInk(pixels, stride, width));
        if (counts.MayLower)
        {
            Lower(symbols, heights, counts.Small > 0);
        }
        else
        {
            Raise(symbols, heights, counts.Capitals);
        }
    }

    /// <summary>Makes capitals small that are as high as the small letters.</summary>
    private void Lower(Span<CtcSymbol> symbols, double[] heights, bool hasSmall)
    {
        var small = MedianHeight(symbols, heights, c => hasSmall ? IsIn(Small, c) : char.IsLower(c));
        for (var i = 0; i < symbols.Length; i++)
        {
            if (heights[i] > 0 && heights[i] <= SmallUpTo * small && char.IsUpper(_letters[symbols[i].Index]))
            {
                Swap(ref symbols[i]);
            }
        }
    }

    /// <summary>Makes small letters capitals that are as high as the capitals around them.</summary>
    private void Raise(Span<CtcSymbol> symbols, double[] heights, int capitals)
    {
        var tall = MedianHeight(symbols, heights, c => IsIn(Tall, c));
        for (var i = 0; i < symbols.Length; i++)
        {
            var isCapital = tall > 0 && heights[i] > 0 ? heights[i] >= CapitalFrom * tall : capitals >= MinCapitalsUnmeasured;
            if (isCapital && char.IsLower(_letters[symbols[i].Index]))
            {
                Swap(ref symbols[i]);
            }
        }
    }

    private void Swap(ref CtcSymbol symbol)
    {
        var other = _otherCase[symbol.Index];
        symbol = other < 0 ? symbol : symbol with { Index = other };
    }

    private CaseCounts Count(ReadOnlySpan<CtcSymbol> symbols)
    {
        var counts = default(CaseCounts);
        foreach (var symbol in symbols)
        {
            var (c, same) = (_letters[symbol.Index], _otherCase[symbol.Index] >= 0);
            counts.Small += IsIn(Small, c) ? 1 : 0;
            counts.Capitals += char.IsUpper(c) ? 1 : 0;
            counts.SameCapitals += same && char.IsUpper(c) ? 1 : 0;
            counts.SameSmall += same && char.IsLower(c) ? 1 : 0;
            counts.OtherLetters += !same && char.IsLetter(c) ? 1 : 0;
            counts.OtherSmall += !same && char.IsLower(c) ? 1 : 0;
        }

        return counts;
    }

    /// <summary>Returns the height of each letter, rows; 0 where it is not known.</summary>
    private double[] Heights(ReadOnlySpan<CtcSymbol> symbols, GlyphInk ink)
    {
        var heights = new double[symbols.Length];
        if (ink.Letters(symbols, _space) is not { } letters)
        {
            return heights;
        }

        for (var i = 0; i < symbols.Length; i++)
        {
            heights[i] = IsCompared(symbols[i]) && ink.Rows(letters[i].Left, letters[i].Right) is var (top, bottom) ? bottom - top : 0;
        }

        return heights;
    }

    private bool IsCompared(CtcSymbol symbol) =>
        _otherCase[symbol.Index] >= 0 || IsIn(Small, _letters[symbol.Index]) || IsIn(Tall, _letters[symbol.Index]);

    /// <summary>Returns the median height of some letters; 0 when none is known.</summary>
    private double MedianHeight(ReadOnlySpan<CtcSymbol> symbols, double[] heights, Func<char, bool> isReference)
    {
        var seen = new List<double>();
        for (var i = 0; i < symbols.Length; i++)
        {
            if (heights[i] > 0 && isReference(_letters[symbols[i].Index]))
            {
                seen.Add(heights[i]);
            }
        }

        return Median.Of(seen);
    }

    private static bool IsIn(string letters, char c) => letters.Contains(c, StringComparison.Ordinal);

    private record struct CaseCounts(int Small, int Capitals, int SameCapitals, int SameSmall, int OtherLetters, int OtherSmall)
    {
        /// <summary>Whether a capital is among small letters. Where all letters have the same shape in both cases, most must be small.</summary>
        public readonly bool MayLower => SameCapitals > 0 && (Small > 0 || (OtherLetters == 0 && SameSmall > SameCapitals));

        /// <summary>Whether a small letter is among capitals.</summary>
        public readonly bool MayRaise => SameSmall > 0 && OtherSmall == 0 && Capitals >= MinCapitals;
    }
}
