using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Rectification;

/// <summary>Detects upside-down pages by reading a few of their words in both orientations.</summary>
internal sealed class OrientationClassifier(WordReader words)
{
    // The mean confidence of an upright page is above this unless it is hard to read; that of an upside-down page is below.
    private const double Doubtful = 0.9;

    private const int Samples = 8;

    // Ratio of width to height of the words that give the most information per reading cost.
    private const double Narrowest = 2.5;
    private const double Widest = 12;

    // The page is upside down when its words read better by this factor after a rotation by 180°.
    private const double Better = 1.15;

    // Noise reads as fewer confident characters than this, in either orientation.
    private const double MinCredit = 8;

    // A readable receipt has at least this many words of at least this many characters.
    private const int MinWords = 3;
    private const int MinLength = 4;
    private const double Readable = 0.5;

    /// <summary>Whether a page read so badly that it may be upside down.</summary>
    public static bool MayBeUpsideDown(List<Word> words) =>
        words.Count > 0 && words.Sum(word => (double)word.Confidence * word.Text.Length) < Doubtful * words.Sum(word => word.Text.Length);

    /// <summary>Whether so little was read on a page that it may be rotated by 90°: the detector does not detect vertical rows as words.</summary>
    public static bool MayBeSideways(List<Word> words) => ReadableWords(words) < MinWords;

    /// <summary>Returns the number of words that are neither short nor doubtful.</summary>
    public static int ReadableWords(List<Word> words) => words.Count(word => word.Text.Length >= MinLength && word.Confidence >= Readable);

    /// <summary>Whether the words of a page read better upside down.</summary>
    public bool IsUpsideDown(GrayPlane page, List<TextRegion> regions, CancellationToken cancellationToken)
    {
        var samples = regions
            .Where(region => region.Width >= Narrowest * region.Height && region.Width <= Widest * region.Height)
            .OrderByDescending(region => region.Area)
            .Take(Samples)
            .ToList();
        if (samples.Count == 0)
        {
            return false;
        }

        using var turned = PlaneTurner.UpsideDown(page);
        var turnedSamples = samples
            .Select(region => new TextRegion(
                page.Width - region.X1, page.Height - region.Y1, page.Width - region.X0, page.Height - region.Y0, region.Score))
            .ToList();
        var credit = Credit(words.Read(turned, turnedSamples, ReadingProfile.Balanced, cancellationToken));
        return credit >= MinCredit
            && credit > Better * Credit(words.Read(page, samples, ReadingProfile.Balanced, cancellationToken));
    }

    /// <summary>Returns the number of characters, weighted by confidence.</summary>
    private static double Credit(List<Word> read) => read.Sum(word => Math.Pow(word.Confidence, 2) * word.Text.Length);
}
