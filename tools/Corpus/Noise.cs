using Ocr.Contracts;

namespace Ocr.Corpus;

/// <summary>A receipt as the reader returns it.</summary>
/// <param name="Words">Words in the order of the screen.</param>
/// <param name="Height">Height of the page, pixels.</param>
/// <param name="Cut">Fields whose words are all cropped: the page does not print them.</param>
/// <param name="Destroyed">Fields with a lost or replaced digit: these words do not determine them.</param>
internal sealed record ReadScreen(IReadOnlyList<WordBox> Words, int Height, IReadOnlySet<string> Cut, IReadOnlySet<string> Destroyed)
{
    /// <summary>Returns the expected value of a field. A field whose words are cropped is not printed, and neither is a field that is copied from it or printed with it.</summary>
    public string Expected(Sample sample, string field) => Cut.Contains(PrintedWith(sample, field)) ? "" : sample.Expected(field);

    private static string PrintedWith(Sample sample, string field) => field switch
    {
        FieldKeys.NumeroOperacion or FieldKeys.ComprobantePago when sample.Expected(field) == sample.Expected(FieldKeys.Referencia) => FieldKeys.Referencia,
        FieldKeys.HoraOperacion => FieldKeys.FechaOperacion,
        _ => field,
    };
}

/// <summary>Applies typical reading errors to the words of a screen, at the rates and with the confidences of <see cref="ReaderErrors"/>.</summary>
internal sealed class Noise
{
    private const int PercentCropped = 8;
    private const string LooksLike = "OlZSB";
    private const string Digits = "01258";
    private const string Accented = "áéíóúñÁÉÍÓÚÑ";
    private const string Bare = "aeiounAEIOUN";

    /// <summary>The most frequent confusions of letters.</summary>
    private static readonly string[] Letters = ["tf", "cC", "uU", "sS", "ao", "Il", "oO", "li", "eo", "rn", "SC", "nm"];

    private readonly Random _random;
    private readonly HashSet<string> _destroyed = [];

    private Noise(int seed) => _random = new Random(seed);

    /// <summary>Returns every word right, with the confidences of words that are read right.</summary>
    public static ReadScreen None(Screen screen, int seed)
    {
        var random = new Random(seed);
        WordBox[] words = [.. screen.Words.Select(word => word with { Confidence = (IsNumber(word.Text) ? ReaderErrors.RightNumber : ReaderErrors.RightText).Confidence(random) })];
        return new ReadScreen(words, screen.Height, new HashSet<string>(), new HashSet<string>());
    }

    public static ReadScreen Add(Screen screen, int seed) => new Noise(seed).Read(screen);

    private ReadScreen Read(Screen screen)
    {
        var top = _random.Next(100) < PercentCropped ? (int)(0.25 * screen.Height * _random.NextDouble()) : 0;
        var kept = screen.Tagged.Where(word => word.Box.Y0 >= top).Select(word => word with { Box = Move(word.Box, -top) }).ToList();
        var words = new List<WordBox>();
        for (var i = 0; i < kept.Count; i++)
        {
            var next = i + 1 < kept.Count ? kept[i + 1].Box : null;
            if (next is not null && Beside(kept[i].Box, next) && Happens(ReaderErrors.SplitOrGlued))
            {
                words.Add(Jitter(kept[i].Box with { Text = kept[i].Box.Text + next.Text, X1 = next.X1, Confidence = ReaderErrors.SplitOrGlued.Confidence(_random) }));
                i++;
                continue;
            }

            words.AddRange(Read(kept[i].Box, kept[i].Field).Select(Jitter));
        }

        HashSet<string> cut = [.. screen.Fields.Where(field => kept.TrueForAll(word => word.Field != field))];
        return new ReadScreen(words, screen.Height - top, cut, _destroyed);
    }

    private IEnumerable<WordBox> Read(WordBox word, string? field)
    {
        if (field is null && Happens(ReaderErrors.Dropped))
        {
            yield break;
        }

        if (word.Text.Length > 4 && Happens(ReaderErrors.SplitOrGlued))
        {
            var cut = word.Text.Length / 2;
            var x = (word.X0 + word.X1) / 2;
            // the pieces' boxes touch or overlap by up to a quarter of their height, as measured
            var overlap = _random.Next(1 + ((word.Y1 - word.Y0) / 4));
            var sure = ReaderErrors.SplitOrGlued.Confidence(_random);
            yield return word with { Text = word.Text[..cut], X1 = x, Confidence = sure };
            yield return word with { Text = word.Text[cut..], X0 = x - overlap, Confidence = sure };
            yield break;
        }

        yield return IsNumber(word.Text) ? Number(word, field) : Text(word, field);
        if (field is FieldKeys.Referencia && Happens(ReaderErrors.Icon))
        {
            var size = word.Y1 - word.Y0;
            yield return new WordBox(Pick("DIJ-1O"), ReaderErrors.Icon.Confidence(_random), word.X1 + (size / 2), word.Y0, word.X1 + (3 * size / 2), word.Y1);
        }
    }

    private WordBox Number(WordBox word, string? field)
    {
        int[] digits = [.. Enumerable.Range(0, word.Text.Length).Where(i => char.IsAsciiDigit(word.Text[i]))];
        var at = digits[_random.Next(digits.Length)];
        if (Happens(ReaderErrors.Digit))
        {
            Destroy(field);
            return With(word, at, (char)('0' + ((word.Text[at] - '0' + 1 + _random.Next(9)) % 10)), ReaderErrors.Digit);
        }

        if (Happens(ReaderErrors.DigitAsLetter) && Digits.IndexOf(word.Text[at], StringComparison.Ordinal) is >= 0 and var like)
        {
            // the digit reading is right in most cases
            return With(word, at, LooksLike[like], ReaderErrors.DigitAsLetter) with { Digits = _random.Next(3) == 0 ? null : word.Text };
        }

        if (Happens(ReaderErrors.DigitLost))
        {
            Destroy(field);
            return word with { Text = word.Text.Remove(at, 1), Confidence = ReaderErrors.DigitLost.Confidence(_random) };
        }

        return Happens(ReaderErrors.EdgeCut) ? EdgeCut(word, field) : word with { Confidence = ReaderErrors.RightNumber.Confidence(_random) };
    }

    private WordBox EdgeCut(WordBox word, string? field)
    {
        Destroy(field);
        var wide = (word.X1 - word.X0) / word.Text.Length;
        var cut = _random.Next(2) == 0 ? word with { Text = word.Text[1..], X0 = word.X0 + wide } : word with { Text = word.Text[..^1], X1 = word.X1 - wide };
        return cut with { Confidence = ReaderErrors.EdgeCut.Confidence(_random) };
    }

    private WordBox Text(WordBox word, string? field)
    {
        var places = Enumerable.Range(0, word.Text.Length).ToList();
        var accents = places.FindAll(i => Accented.Contains(word.Text[i], StringComparison.Ordinal));
        if (accents.Count > 0 && Happens(ReaderErrors.Accent))
        {
            DestroyText(field);
            return With(word, accents[0], Bare[Accented.IndexOf(word.Text[accents[0]], StringComparison.Ordinal)], ReaderErrors.Accent);
        }

        var confusable = places.FindAll(i => Array.Exists(Letters, pair => pair[0] == word.Text[i]));
        if (confusable.Count > 0 && Happens(ReaderErrors.Letter))
        {
            DestroyText(field);
            var at = confusable[_random.Next(confusable.Count)];
            return With(word, at, Letters.First(pair => pair[0] == word.Text[at])[1], ReaderErrors.Letter);
        }

        return word with { Confidence = ReaderErrors.RightText.Confidence(_random) };
    }

    private WordBox With(WordBox word, int at, char letter, ErrorKind kind) =>
        word with { Text = $"{word.Text[..at]}{letter}{word.Text[(at + 1)..]}", Confidence = kind.Confidence(_random) };

    private void Destroy(string? field)
    {
        if (field is not null)
        {
            _destroyed.Add(field);
        }
    }

    /// <summary>Free text cannot be restored; banks and dates can.</summary>
    private void DestroyText(string? field) => Destroy(field is FieldKeys.Concepto or Sample.NameKey ? field : null);

    private WordBox Jitter(WordBox word)
    {
        var max = Math.Max(1, (word.Y1 - word.Y0) / 12);
        int Slip() => _random.Next(-max, max + 1);
        return word with { X0 = word.X0 + Slip(), Y0 = word.Y0 + Slip(), X1 = word.X1 + Slip(), Y1 = word.Y1 + Slip() };
    }

    private static WordBox Move(WordBox word, int down) => word with { Y0 = word.Y0 + down, Y1 = word.Y1 + down };

    private static bool Beside(WordBox word, WordBox next) => word.Y0 == next.Y0 && next.X0 - word.X1 is > 0 and < 20;

    private static bool IsNumber(string text) => text.Count(char.IsAsciiDigit) is >= 3 and var digits && 2 * digits >= text.Length;

    private bool Happens(ErrorKind kind) => _random.NextDouble() < kind.Rate;

    private string Pick(string letters) => letters[_random.Next(letters.Length)].ToString();
}
