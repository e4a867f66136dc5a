namespace Ocr.Extractor.Text;

/// <summary>A label, title or name to look for.</summary>
internal sealed class Phrase
{
    public Phrase(string text)
    {
        Text = text;
        Key = TextFold.Key(text);
        WordCount = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => TextFold.Key(word).Length > 0);
        Signature = EditDistance.Signature(Key);
        Allowed = EditDistance.Allowed(Key.Length);
        Figures = string.Concat(Key.Where(char.IsAsciiDigit));
    }

    /// <summary>As the rule file spells it.</summary>
    public string Text { get; }

    /// <summary>Its letters and digits, folded and joined: blanks that OCR adds or drops do not count.</summary>
    public string Key { get; }

    public int WordCount { get; }

    /// <summary>Edits it may have.</summary>
    public int Allowed { get; }

    /// <summary><see cref="EditDistance.Signature"/> of <see cref="Key"/>.</summary>
    public ulong Signature { get; }

    /// <summary>Its digits: <c>N58</c> is no misread <c>0175</c>.</summary>
    private string Figures { get; }

    /// <summary>Edits between it and <paramref name="key"/>, or <see langword="null"/> when there are too many.</summary>
    public int? Distance(ReadOnlySpan<char> key)
    {
        var distance = EditDistance.Bounded(Key, key, Allowed);
        return distance > Allowed || (Figures.Length > 0 && !SameFigures(key)) ? null : distance;
    }

    private bool SameFigures(ReadOnlySpan<char> key)
    {
        var place = 0;
        foreach (var c in key)
        {
            if (char.IsAsciiDigit(c) && (place == Figures.Length || Figures[place++] != c))
            {
                return false;
            }
        }

        return place == Figures.Length;
    }
}
