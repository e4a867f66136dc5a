using Ocr.Recognition.Detection;
using Ocr.Recognition.Rectification;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Amounts;

/// <summary>
/// Searches for a figure that the detector missed because it is much larger than the page's text, at a scale at which the figure is as high as
/// text usually is. Runs only on pages that contain no amount, or a unit without a number.
/// </summary>
internal sealed class FigureFinder(PageScanner scanner, WordReader reader)
{
    // Expected height of the figure and minimum height of an accepted figure, as multiples of the page's text height.
    private const double Sought = 2.4;
    private const double MinHeight = 1.3;

    // A box is new when the words that were already read cover less than this fraction of it.
    private const double Covered = 0.3;

    // Maximum distance between a unit and its number, as a multiple of the unit's height.
    private const double Reach = 6;

    /// <summary>Returns the words, including those of large numbers that the detector missed.</summary>
    public List<Word> Find(PageView view, List<Word> words, ReadingProfile profile, CancellationToken cancellationToken)
    {
        if (words.Count == 0 || (words.Exists(AmountWords.IsAmount) && !words.Exists(word => AmountWords.IsUnit(word) && IsAlone(word, words))))
        {
            return words;
        }

        var height = Median.Of(words.Select(word => (double)word.Box.Height));
        view.DetectionTime.Start();
        var pass = scanner.First(view.Plane, Sought * height, cancellationToken);
        view.DetectionPasses++;
        view.DetectionTime.Stop();
        var regions = pass.Regions.Where(region => region.Height >= MinHeight * height && IsNew(region, words)).ToList();
        return regions.Count == 0
            ? words
            : [.. words, .. reader.Read(view.Plane, regions, profile, cancellationToken).Where(AmountWords.MayBeAmount)];
    }

    private static bool IsAlone(Word unit, List<Word> words) => !words.Exists(word => word.Text.Any(char.IsAsciiDigit)
        && word.Box.Y0 < unit.Box.Y1 && word.Box.Y1 > unit.Box.Y0
        && Math.Max(word.Box.X0 - unit.Box.X1, unit.Box.X0 - word.Box.X1) < Reach * unit.Box.Height);

    private static bool IsNew(TextRegion region, List<Word> words) => words.Sum(word =>
        region.Overlap(new TextRegion(word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1, 1))) < Covered * region.Area;
}
