using Ocr.Contracts;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>A word as the reader returns it, with its tags.</summary>
/// <param name="Box">The word.</param>
/// <param name="Tag">Tag of its first part.</param>
/// <param name="Last">Tag of its second part, when the word is split between a label and its value.</param>
internal readonly record struct ReadPlace(WordBox Box, FieldTag Tag, FieldTag Last);

/// <summary>A page as the reader returns it.</summary>
/// <param name="Words">Words in the order of the lines.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Harmed">Tags with an altered word.</param>
internal sealed record ReadDocument(List<ReadPlace> Words, int Width, int Height, IReadOnlySet<FieldTag> Harmed);

/// <summary>Applies reading errors to printed words: confusions, lost accents, splits, merges, lost words, icons, slope, jitter, cropped edges.</summary>
internal sealed class ReaderNoise
{
    private const string LetterPairs = "tfcCuUsSaoIloOlieornSCnmgqvyhbB8";
    private const string DigitPairs = "0O1l5S8B2Z17385669";
    private const string Accented = "áéíóúñÁÉÍÓÚÑ¡¿";
    private const string Bare = "aeiounAEIOUNi¿";

    private readonly Dice _dice;
    private readonly double _rate;
    private readonly double _accents;
    private readonly double _slope;

    private ReaderNoise(Dice dice)
    {
        _dice = dice;
        _rate = dice.Chance(0.5) ? 0.004 : dice.Chance(0.75) ? 0.02 : 0.06;
        _accents = dice.Chance(0.2) ? 0.6 : 0.03;
        _slope = dice.Chance(0.15) ? dice.Between(-0.02, 0.02) : 0;
    }

    /// <summary>Returns the words in the order of lines, as the reader does.</summary>
    public static ReadDocument Read(Document page, Dice dice)
    {
        var noise = new ReaderNoise(dice);
        var top = dice.Chance(0.08) ? page.Height * dice.Between(0, 0.25) : 0;
        var bottom = dice.Chance(0.08) ? page.Height * dice.Between(0.75, 1) : page.Height;
        var places = new List<ReadPlace>();
        var kept = page.Words.Where(word => word.Y0 >= top && word.Y1 <= bottom && word.X1 <= page.Width * 1.02f).ToList();
        for (var i = 0; i < kept.Count; i++)
        {
            var word = kept[i];
            if (i + 1 < kept.Count && noise.Touches(word, kept[i + 1]))
            {
                var next = kept[i + 1];
                places.Add(noise.Place(word with { Text = word.Text + next.Text, X1 = next.X1, Y0 = Math.Min(word.Y0, next.Y0), Y1 = Math.Max(word.Y1, next.Y1), Tag = IsMark(word.Text) ? next.Tag : word.Tag, Last = IsMark(next.Text) ? word.Last : next.Tag }, top));
                i++;
            }
            else
            {
                places.AddRange(noise.Misread(word).Select(part => noise.Place(part, top)));
            }
        }

        return new ReadDocument(places, (int)page.Width, (int)(bottom - top), Harmed(page.Words, places));
    }

    /// <summary>Returns the tags with a word that was lost or is read differently.</summary>
    private static HashSet<FieldTag> Harmed(IReadOnlyList<Placed> printed, List<ReadPlace> read)
    {
        var whole = string.Concat(read.Select(place => place.Box.Text));
        return [.. printed.Where(word => !whole.Contains(word.Text, StringComparison.Ordinal)).Select(word => word.Tag)];
    }

    /// <summary>Punctuation merged with a value is part of its word.</summary>
    private static bool IsMark(string text) => !text.Any(char.IsLetterOrDigit);

    private bool Touches(Placed word, Placed next)
    {
        var sameLine = Math.Abs(word.Y0 - next.Y0) < 0.2f * (word.Y1 - word.Y0) && Math.Abs(word.Y1 - next.Y1) < 0.3f * (word.Y1 - word.Y0);
        var gap = next.X0 - word.X1;
        return sameLine && gap >= -1 && gap < 0.45f * (word.Y1 - word.Y0) && word.Text.Length + next.Text.Length < 26
            && (gap <= 0.5f || _dice.Chance(gap < 0.25f * (word.Y1 - word.Y0) ? 0.02 : 0.008));
    }

    private IEnumerable<Placed> Misread(Placed word)
    {
        var height = word.Y1 - word.Y0;
        if (_dice.Chance(word.Tag is FieldTag.Label or FieldTag.Other or FieldTag.State ? 0.3 * _rate : 0.1 * _rate))
        {
            yield break;
        }

        if (word.Text.Length > 4 && _dice.Chance(0.012))
        {
            var cut = _dice.Whole(2, word.Text.Length - 2);
            var x = word.X0 + ((word.X1 - word.X0) * cut / word.Text.Length);
            yield return word with { Text = word.Text[..cut], X1 = x };
            yield return word with { Text = word.Text[cut..], X0 = x - (_dice.Between(0, 0.2) * height) };
            yield break;
        }

        yield return word with { Text = Letters(word.Text) };
        if (word.Tag is FieldTag.Reference or FieldTag.BeneficiaryPhone or FieldTag.Code && _dice.Chance(0.05))
        {
            yield return new Placed(_dice.Of("D", "I", "J", "O", "1", "-", "®", "C"), word.X1 + (0.5f * height), word.Y0, word.X1 + (1.3f * height), word.Y1, FieldTag.Other);
        }
    }

    private string Letters(string text)
    {
        if (text.Length > 2 && _dice.Chance(_rate))
        {
            var at = _dice.Whole(0, text.Length - 1);
            var pairs = char.IsAsciiDigit(text[at]) ? DigitPairs : LetterPairs;
            var place = pairs.IndexOf(text[at], StringComparison.Ordinal);
            if (place >= 0)
            {
                text = text[..at] + pairs[place % 2 == 0 ? Math.Min(place + 1, pairs.Length - 1) : place - 1] + text[(at + 1)..];
            }
        }

        if (text.Any(c => c > 127) && _dice.Chance(_accents))
        {
            text = string.Concat(text.Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? Bare[place] : c));
        }

        return text.Length > 2 && text[^1] is ':' && _dice.Chance(0.02) ? text[..^1] + _dice.Of(";", ".", "") : text;
    }

    private ReadPlace Place(Placed word, float top)
    {
        var height = word.Y1 - word.Y0;
        var jitter = 0.06f * height;
        float Slip() => _dice.Between(-jitter, jitter);
        var shift = (float)(_slope * (word.X0 + word.X1) / 2) - top;
        var confidence = _dice.Chance(0.85) ? _dice.Between(0.93, 0.998) : _dice.Between(0.3, 0.95);
        var box = new WordBox(
            word.Text, confidence,
            (int)(word.X0 + Slip()), (int)(word.Y0 + shift + Slip()),
            (int)Math.Max(word.X0 + 2, word.X1 + Slip()) + 1, (int)Math.Max(word.Y0 + shift + 3, word.Y1 + shift + Slip()) + 1);
        return new ReadPlace(box, word.Tag, word.Last);
    }
}
