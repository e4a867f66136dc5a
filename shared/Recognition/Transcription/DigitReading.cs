using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Transcription;

/// <summary>CTC without letters, of a word that looks like a number but holds some: <c>O102</c>, <c>1l4</c>.</summary>
internal sealed class DigitReading
{
    private const int FewestDigits = 2;

    private readonly bool[] _barred;
    private readonly IReadOnlyList<string> _alphabet;

    public DigitReading(RecognizerSettings settings)
    {
        _alphabet = settings.Alphabet;
        _barred = [.. _alphabet.Select(symbol => symbol is [var c] && (char.IsLetter(c) || c == ' ')), false];
    }

    /// <summary>The characters of a word read again from its time steps.</summary>
    /// <param name="logits">Time steps of the crop, <paramref name="classes"/> logits each.</param>
    /// <param name="classes">Characters of the alphabet and the blank.</param>
    /// <param name="symbols">The word's characters as they were read.</param>
    /// <returns>As many characters without a letter among them; <see langword="null"/> when the word is no such word, or another length comes out.</returns>
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

    /// <summary>More digits than letters, and both.</summary>
    private bool IsMixed(ReadOnlySpan<CtcSymbol> symbols)
    {
        var (digits, letters) = (0, 0);
        foreach (var symbol in symbols)
        {
            var c = _alphabet[symbol.Index][0];
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 0 && digits >= FewestDigits && digits > letters;
    }
}
