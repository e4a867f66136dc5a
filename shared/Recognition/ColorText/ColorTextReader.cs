using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Reading;
using Ocr.Recognition.Rectification;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.ColorText;

/// <summary>
/// Reads text that differs from its background in color, but hardly in luminance. Runs only on images with such edges outside of the words that
/// were read with confidence. Each color channel that shows these edges is read like a gray page.
/// </summary>
/// <param name="scanner">Finds text.</param>
/// <param name="reader">Reads it.</param>
/// <param name="confidence">Computes confidences from evidence; <see langword="null"/> when the pack has none.</param>
/// <param name="maxPixels">Maximum number of pixels of an image.</param>
internal sealed class ColorTextReader(PageScanner scanner, WordReader reader, ConfidenceEstimator? confidence, long maxPixels)
{
    // Larger images are photographs, in which such text does not occur; their color would take more memory than the rest of the reading.
    private const int LargestPixels = GrayPlane.LargestUsual;

    // Minimum share of edges in a block of text; the border of an icon or a button has less.
    private const double TextShare = 0.11;

    // A word of three characters has edges in at least two blocks.
    private const int MinBlocks = 2;

    // A block is read when words with this confidence cover this share of it.
    private const double Confident = 0.9;
    private const double Covered = 0.12;

    // Minimum share of a word's box inside of the blocks. Parts of the word may have too few edges for a block.
    private const double MinInside = 0.4;

    /// <summary>Returns the words with those that only a color channel shows, and with more confident readings of the others.</summary>
    /// <param name="image">The encoded image.</param>
    /// <param name="blocks">Blocks of the image with edges of color.</param>
    /// <param name="view">The page.</param>
    /// <param name="words">The words that were read in gray.</param>
    /// <param name="profile">Trade-off between time and accuracy.</param>
    /// <param name="cancellationToken">Checked before each pass.</param>
    public List<Word> Add(
        ReadOnlyMemory<byte> image, IReadOnlyList<ColorEdgeBlock> blocks, PageView view, List<Word> words, ReadingProfile profile,
        CancellationToken cancellationToken)
    {
        var channels = UnreadChannels(blocks, view, words, Confidence);
        if (channels.Count == 0 || (long)view.Plane.Width * view.Plane.Height > LargestPixels)
        {
            return words;
        }

        using var color = ColorReader.Decode(image, maxPixels);
        foreach (var channel in channels)
        {
            using var plane = view.Align(color.Channel(channel));
            var found = Read(plane, view, profile, cancellationToken).Where(word => LiesIn(blocks, OnImage(view, word.Box)));
            words = WordMerge.Merge(words, found, Confidence);
        }

        return words;

        double Confidence(Word word) => confidence?.Estimate(word, profile) ?? word.Confidence;
    }

    /// <summary>Returns the channels that show unread blocks.</summary>
    private static List<int> UnreadChannels(IReadOnlyList<ColorEdgeBlock> blocks, PageView view, List<Word> words, Func<Word, double> confidence)
    {
        if (blocks.Count < MinBlocks)
        {
            return [];
        }

        var read = words.Where(word => confidence(word) >= Confident).Select(word => OnImage(view, word.Box)).ToList();
        var unread = blocks.Where(block => block.Share >= TextShare && read.Sum(box => block.Area.Intersect(box).Area) < Covered * block.Area.Area);
        return [.. unread.GroupBy(block => block.Channel).Where(channel => channel.Count() >= MinBlocks).Select(channel => channel.Key).Order()];
    }

    private List<Word> Read(GrayPlane plane, PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.DetectionTime.Start();
        var first = scanner.First(plane, cancellationToken);
        var further = scanner.Further(plane, first, profile, cancellationToken);
        view.DetectionPasses += 1 + further.Count;
        view.DetectionTime.Stop();
        return reader.Read(plane, PageScanner.Merge(first, further), profile, cancellationToken);
    }

    private static bool LiesIn(IReadOnlyList<ColorEdgeBlock> blocks, PixelBox box) =>
        blocks.Sum(block => block.Area.Intersect(box).Area) >= MinInside * box.Area;

    private static PixelBox OnImage(PageView view, PixelBox box)
    {
        var corners = view.Pose.OnImage(box);
        return new PixelBox(
            (int)corners.Min(corner => corner.X), (int)corners.Min(corner => corner.Y), (int)corners.Max(corner => corner.X), (int)corners.Max(corner => corner.Y));
    }
}
