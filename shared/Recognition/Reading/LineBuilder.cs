using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Reading;

/// <summary>
/// Groups words into lines. Two words share a line when at least half of the lower one's height overlaps the other vertically and they do not
/// overlap horizontally; a label at the left and its value at the right edge share one at any distance. The result depends only on the
/// boxes, not on the order of the words.
/// </summary>
internal static class LineBuilder
{
    private const double MinShare = 0.5;

    /// <summary>Returns lines from top to bottom, each from left to right.</summary>
    public static List<List<Word>> Build(IEnumerable<Word> words)
    {
        var sorted = words.ToArray();
        Array.Sort(sorted, ByHeightOnPage);
        var lines = new List<List<Word>>();
        foreach (var word in sorted)
        {
            if (Best(lines, word) is { } line)
            {
                line.Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        foreach (var line in lines)
        {
            line.Sort(ByLeftEdge);
        }

        return [.. lines.OrderBy(line => line.Average(Middle)).ThenBy(line => line[0].Box.X0).ThenBy(line => line[0].Box.Y0)];
    }

    private static List<Word>? Best(List<List<Word>> lines, Word word)
    {
        List<Word>? best = null;
        var max = MinShare;
        foreach (var line in lines)
        {
            var share = Share(line, word);
            if (share > max || (share == max && best is null))
            {
                (best, max) = (line, share);
            }
        }

        return best;
    }

    /// <summary>Returns the overlap with the line's nearest word; 0 when the word is above or below one of the line's words.</summary>
    private static double Share(List<Word> line, Word word)
    {
        var nearest = line[0];
        foreach (var other in line)
        {
            if (Math.Min(word.Box.X1, other.Box.X1) - Math.Max(word.Box.X0, other.Box.X0) > Math.Min(word.Box.Width, other.Box.Width) / 2)
            {
                return 0;
            }

            nearest = Gap(other.Box, word.Box) < Gap(nearest.Box, word.Box) ? other : nearest;
        }

        var (a, b) = (nearest.Box, word.Box);
        return (double)(Math.Min(a.Y1, b.Y1) - Math.Max(a.Y0, b.Y0)) / Math.Min(a.Height, b.Height);
    }

    private static int Gap(PixelBox a, PixelBox b) => Math.Max(a.X0, b.X0) - Math.Min(a.X1, b.X1);

    private static double Middle(Word word) => (word.Box.Y0 + word.Box.Y1) / 2.0;

    private static int ByHeightOnPage(Word a, Word b)
    {
        var order = (a.Box.Y0 + a.Box.Y1).CompareTo(b.Box.Y0 + b.Box.Y1);
        return order != 0 ? order : ByLeftEdge(a, b);
    }

    // A total order that includes the text: words that compare equal are interchangeable.
    private static int ByLeftEdge(Word a, Word b)
    {
        var order = (a.Box.X0, a.Box.X1, a.Box.Y0, a.Box.Y1).CompareTo((b.Box.X0, b.Box.X1, b.Box.Y0, b.Box.Y1));
        order = order != 0 ? order : string.CompareOrdinal(a.Text, b.Text);
        return order != 0 ? order : a.Confidence.CompareTo(b.Confidence);
    }
}
