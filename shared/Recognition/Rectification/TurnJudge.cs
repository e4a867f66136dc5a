using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Transcription;

namespace Ocr.Recognition.Rectification;

/// <summary>Tells a page that stands on its head by reading a few of its words both ways.</summary>
internal sealed class TurnJudge(WordReader words)
{
    // Mean confidence of an upright page is above this unless it is hard to read; of one on its head, below.
    private const double Doubtful = 0.9;

    private const int Samples = 8;

    // Shape of a word that says most for its price, width over height.
    private const double Narrowest = 2.5;
    private const double Widest = 12;

    // The page is turned when its words read so much better on their head.
    private const double Better = 1.15;

    // Less than this many sure characters is what noise reads as, whichever way it lies.
    private const double LeastCredit = 8;

    // A receipt that can be read at all has at least so many words of at least so many characters.
    private const int LeastWords = 3;
    private const int LeastLength = 4;
    private const double Readable = 0.5;

    /// <summary>Whether a page read so badly that it may stand on its head.</summary>
    public static bool MayStandOnItsHead(List<Word> words) =>
        words.Count > 0 && words.Sum(word => (double)word.Confidence * word.Text.Length) < Doubtful * words.Sum(word => word.Text.Length);

    /// <summary>Whether so little was read on a page that it may lie on its side: the detector does not take upright rows for words there.</summary>
    public static bool MayLieOnItsSide(List<Word> words) => ReadableWords(words) < LeastWords;

    /// <summary>Words that are neither short nor unsure.</summary>
    public static int ReadableWords(List<Word> words) => words.Count(word => word.Text.Length >= LeastLength && word.Confidence >= Readable);

    /// <summary>Whether the words of a page read better upside down.</summary>
    public bool StandsOnItsHead(GreyPlane page, List<TextRegion> regions, CancellationToken cancellationToken)
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
        return credit >= LeastCredit
            && credit > Better * Credit(words.Read(page, samples, ReadingProfile.Balanced, cancellationToken));
    }

    /// <summary>Characters, each counted as far as it is sure.</summary>
    private static double Credit(List<Word> read) => read.Sum(word => Math.Pow(word.Confidence, 2) * word.Text.Length);
}
