using Ocr.Extractor.Text;

namespace Ocr.Extractor.Phrases;

/// <summary>A label, title or name to search for.</summary>
internal sealed class Phrase
{
    public Phrase(string text)
    {
        Text = text;
        Key = TextFold.Key(text);
        WordCount = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => TextFold.Key(word).Length > 0);
        Signature = EditDistance.Signature(Key);
        Allowed = EditDistance.Allowed(Key.Length);
        Digits = string.Concat(Key.Where(char.IsAsciiDigit));
    }

    /// <summary>Spelling in the rule file.</summary>
    public string Text { get; }

    /// <summary>Its letters and digits, folded and joined: blanks that OCR adds or drops do not matter.</summary>
    public string Key { get; }

    public int WordCount { get; }

    /// <summary>Maximum number of edits.</summary>
    public int Allowed { get; }

    /// <summary><see cref="EditDistance.Signature"/> of <see cref="Key"/>.</summary>
    public ulong Signature { get; }

    /// <summary>Its digits, which must match exactly: <c>N58</c> is not a misread <c>0175</c>.</summary>
    private string Digits { get; }

    /// <summary>Returns the number of edits between it and <paramref name="key"/>, or <see langword="null"/> when there are too many.</summary>
    public int? Distance(ReadOnlySpan<char> key)
    {
        var distance = EditDistance.Bounded(Key, key, Allowed);
        return distance > Allowed || (Digits.Length > 0 && !SameDigits(key)) ? null : distance;
    }

    private bool SameDigits(ReadOnlySpan<char> key)
    {
        var place = 0;
        foreach (var c in key)
        {
            if (char.IsAsciiDigit(c) && (place == Digits.Length || Digits[place++] != c))
            {
                return false;
            }
        }

        return place == Digits.Length;
    }
}
