using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Looks at a page as often as its text asks for, and merges what was seen.</summary>
internal sealed class PageScanner(TextDetector detector, DetectorSettings settings)
{
    // The first look included. Text that three scales do not show is not there.
    private const int MostLooks = 3;

    private readonly LookScales _scales = new(settings);

    /// <summary>A first look at a page of which nothing is known.</summary>
    public Look First(GreyPlane page, CancellationToken cancellationToken) =>
        See(page, Whole(page), _scales.First(page.Width, page.Height), cancellationToken);

    /// <summary>A first look at a page whose text is <paramref name="textHeight"/> pixels high, &gt; 0.</summary>
    public Look First(GreyPlane page, double textHeight, CancellationToken cancellationToken) =>
        See(page, Whole(page), _scales.Best(Whole(page), textHeight), cancellationToken);

    /// <summary>The looks that the first one asks for, in order.</summary>
    public List<Look> Further(GreyPlane page, Look first, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var looks = new List<Look>();
        var last = first;
        while (looks.Count + 1 < MostLooks && _scales.Next(page, last, profile) is (var area, var scale))
        {
            last = See(page, area, scale, cancellationToken);
            looks.Add(last);

            if (last.Regions.Count == 0)
            {
                break; // seen at two scales: there is no text here
            }

            // Every page gets one further look under this profile; only text that is still too small asks for another.
            profile = ReadingProfile.Balanced;
        }

        return looks;
    }

    /// <summary>One list of boxes from all looks.</summary>
    public static List<TextRegion> Merge(Look first, IEnumerable<Look> further)
    {
        var (merged, last) = (first.Regions, first.Scale);
        foreach (var look in further)
        {
            var pagePixels = 1 / Math.Sqrt(last * look.Scale);
            merged = last < look.Scale
                ? LookMerger.Merge(merged, look.Regions, pagePixels)
                : LookMerger.Merge(look.Regions, merged, pagePixels);
            last = look.Scale;
        }

        return merged;
    }

    private static PixelBox Whole(GreyPlane page) => new(0, 0, page.Width, page.Height);

    private Look See(GreyPlane page, PixelBox area, double scale, CancellationToken cancellationToken) =>
        new(area, scale, detector.Detect(page, area, scale, cancellationToken));
}
