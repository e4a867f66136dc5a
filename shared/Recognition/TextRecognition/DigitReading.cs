using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>CTC decoding without letters, for a word that looks like a number but contains letters: <c>O102</c>, <c>1l4</c>.</summary>
internal sealed class DigitReading
{
    private const int MinDigits = 2;

    private readonly bool[] _barred;
    private readonly IReadOnlyList<string> _alphabet;

    public DigitReading(RecognizerSettings settings)
    {
        _alphabet = settings.Alphabet;
        _barred = [.. _alphabet.Select(symbol => symbol is [var c] && (char.IsLetter(c) || c == ' ')), false];
    }

    /// <summary>Decodes the time steps of a word again without letters.</summary>
    /// <param name="logits">Time steps of the crop, <paramref name="classes"/> logits each.</param>
    /// <param name="classes">Number of classes: the alphabet and the blank.</param>
    /// <param name="symbols">The word's characters from the first decoding.</param>
    /// <returns>A text of the same length without letters; <see langword="null"/> when the word does not mix digits with letters, or its length changes.</returns>
    public string? Of(ReadOnlySpan<float> logits, int classes, ReadOnlySpan<CtcSymbol> symbols)
    {
        if (!IsMixed(symbols))
        {
            return null;
        }

        var steps = logits[(symbols[0].FirstStep * classes)..((symbols[^1].LastStep + 1) * classes)].ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = _barred[i % classes] ? float.NegativeInfinity : steps[i];
        }

        var read = new List<CtcSymbol>();
        CtcDecoder.Decode(steps, classes, read);
        return read.Count == symbols.Length ? string.Concat(read.Select(symbol => _alphabet[symbol.Index])) : null;
    }

    /// <summary>Whether it contains both, with more digits than letters.</summary>
    private bool IsMixed(ReadOnlySpan<CtcSymbol> symbols)
    {
        var (digits, letters) = (0, 0);
        foreach (var symbol in symbols)
        {
            var c = _alphabet[symbol.Index][0];
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 0 && digits >= MinDigits && digits > letters;
    }
}
