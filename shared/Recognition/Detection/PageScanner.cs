using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Runs as many detection passes as the text of a page requires, and fuses their boxes.</summary>
internal sealed class PageScanner(TextDetector detector, DetectorSettings settings)
{
    // Includes the first pass. More than three scales found no further text.
    private const int MaxPasses = 3;

    private readonly PassScales _scales = new(settings);

    /// <summary>Runs a first pass over a page whose text height is unknown.</summary>
    public DetectionPass First(GrayPlane page, CancellationToken cancellationToken) =>
        Detect(page, Whole(page), _scales.First(page.Width, page.Height), cancellationToken);

    /// <summary>Runs a first pass over a page whose text is <paramref name="textHeight"/> pixels high, &gt; 0.</summary>
    public DetectionPass First(GrayPlane page, double textHeight, CancellationToken cancellationToken) =>
        Detect(page, Whole(page), _scales.Best(Whole(page), textHeight), cancellationToken);

    /// <summary>Runs the passes that follow from the first one, in order.</summary>
    public List<DetectionPass> Further(GrayPlane page, DetectionPass first, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var passes = new List<DetectionPass>();
        var last = first;
        while (passes.Count + 1 < MaxPasses && _scales.Next(page, last, profile) is (var area, var scale))
        {
            last = Detect(page, area, scale, cancellationToken);
            passes.Add(last);

            if (last.Regions.Count == 0)
            {
                break; // two scales found nothing: there is no text here
            }

            // Every page gets one further pass under this profile; only text that is still too small requires another.
            profile = ReadingProfile.Balanced;
        }

        return passes;
    }

    /// <summary>Fuses the boxes of all passes.</summary>
    public static List<TextRegion> Merge(DetectionPass first, IEnumerable<DetectionPass> further)
    {
        var (merged, last) = (first.Regions, first.Scale);
        foreach (var pass in further)
        {
            var pagePixels = 1 / Math.Sqrt(last * pass.Scale);
            merged = last < pass.Scale
                ? BoxFusion.Merge(merged, pass.Regions, pagePixels)
                : BoxFusion.Merge(pass.Regions, merged, pagePixels);
            last = pass.Scale;
        }

        return merged;
    }

    private static PixelBox Whole(GrayPlane page) => new(0, 0, page.Width, page.Height);

    private DetectionPass Detect(GrayPlane page, PixelBox area, double scale, CancellationToken cancellationToken) =>
        new(area, scale, detector.Detect(page, area, scale, cancellationToken));
}
