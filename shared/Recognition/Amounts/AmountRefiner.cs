using Ocr.Recognition.Imaging;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Amounts;

/// <summary>
/// Rereads numbers that are printed in two sizes. The detector returns a raised <c>Bs.</c> and the figure next to it as one word, and the
/// recognizer was trained on words of a single size only (<c>docs/adr/0030-amounts-in-two-sizes.md</c>).
/// </summary>
internal sealed class AmountRefiner(PartReader parts)
{
    // Search area around a word, as fractions of its height.
    private const double Sideways = 2.4;
    private const double Upwards = 0.35;
    private const double Downwards = 0.25;

    // Minimum height of an amount, as a multiple of the page's text height.
    private const double Larger = 1.25;

    /// <summary>Returns the words, with each amount in two sizes replaced by the words of its parts.</summary>
    public List<Word> Refine(GrayPlane page, List<Word> words, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var textHeight = Median.Of(words.Select(word => (double)word.Box.Height));
        var looksLikeAmounts = words.Where(AmountWords.MayBeAmount).Where(word => StandsOut(word, words, textHeight)).ToArray();
        foreach (var word in looksLikeAmounts.OrderByDescending(word => word.Box.Height))
        {
            if (!words.Contains(word))
            {
                continue; // this word is a part of an amount that was already reread
            }

            var (found, ground) = PartsOf(page, word, words);
            if (found.Count > 0)
            {
                var gone = words.Where(other => other == word || (!AmountWords.IsDelimiter(other) && found.Exists(part => Covers(part, other)))).ToHashSet();
                words = [.. words.Where(other => !gone.Contains(other)),
                    .. found.SelectMany(part => parts.Read(page, part, ground, profile, cancellationToken))];
            }
        }

        return words;
    }

    /// <summary>An amount has a separator, or is larger than the text, or is next to a currency unit. Remainders of masked numbers have none of these.</summary>
    private static bool StandsOut(Word word, List<Word> words, double textHeight) =>
        AmountWords.HasSign(word)
        || word.Box.Height >= Larger * textHeight
        || words.Exists(other => AmountWords.IsUnit(other) && other.Box.Y0 < word.Box.Y1 && other.Box.Y1 > word.Box.Y0
            && Math.Max(other.Box.X0 - word.Box.X1, word.Box.X0 - other.Box.X1) < Sideways * word.Box.Height);

    private static (List<AmountPart> Parts, byte Ground) PartsOf(GrayPlane page, Word word, List<Word> words)
    {
        var (box, height) = (word.Box, word.Box.Height);
        var beside = words.Where(other => other != word && other.Box.Y0 < box.Y1 && other.Box.Y1 > box.Y0).ToList();
        var (left, right) = Between(word, beside);
        var area = new PixelBox(
            (int)(box.X0 - (Sideways * height)),
            (int)(box.Y0 - (Upwards * height)),
            (int)Math.Ceiling(box.X1 + (Sideways * height)),
            (int)Math.Ceiling(box.Y1 + (Downwards * height))).Intersect(new PixelBox(0, 0, page.Width, page.Height));
        var ink = GlyphFinder.Find(page, area, box);
        var found = AmountLayout.Of(
            [.. ink.Glyphs.Where(glyph => glyph.MiddleX > left && glyph.MiddleX < right)], box, [.. beside.Select(other => other.Box)]);
        return found.Count > 1 || AmountWords.HasFraction(word) ? (found, ink.Ground) : ([], ink.Ground);
    }

    /// <summary>Returns the range between the nearest words on either side that are kept as they are.</summary>
    private static (int Left, int Right) Between(Word word, List<Word> beside)
    {
        var box = word.Box;
        var (left, right) = (int.MinValue, int.MaxValue);
        foreach (var other in beside.Where(AmountWords.IsDelimiter).Select(other => other.Box))
        {
            if (other.Y0 + other.Y1 <= 2 * box.Y0 || other.Y0 + other.Y1 >= 2 * box.Y1)
            {
                continue;
            }

            if (other.X0 + other.X1 > box.X0 + box.X1)
            {
                right = Math.Min(right, Math.Max(box.X1, other.X0));
            }
            else
            {
                left = Math.Max(left, Math.Min(box.X0, other.X1));
            }
        }

        return (left, right);
    }

    private static bool Covers(AmountPart part, Word word)
    {
        var (box, region) = (word.Box, part.Region);
        var (across, down) = ((box.X0 + box.X1) / 2.0, (box.Y0 + box.Y1) / 2.0);
        return across > region.X0 && across < region.X1 && down > region.Y0 - (region.Height / 2) && down < region.Y1 + (region.Height / 2);
    }
}
