using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Decides at which scales a page is looked at, and merges what was seen.</summary>
internal sealed class PageScanner(TextDetector detector, DetectorSettings settings)
{
    // Heights of boxes in pixels of the scaled page. On rendered pages the median box of a first look is either below 11 (wide pages:
    // half of their words are misread or missed) or above 16, where a second look found nothing new.
    private const double SmallText = 14;
    private const double LargeText = 48;

    private readonly record struct Look(double Width, List<TextRegion> Regions);

    public List<TextRegion> Scan(GreyPlane page, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var first = See(page, Width(page, settings.TargetWidths[0]));
        if (profile == ReadingProfile.Fast || SecondWidth(page, first, profile) is not { } width)
        {
            return first.Regions;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var second = See(page, width);
        var (coarse, fine) = first.Width < second.Width ? (first, second) : (second, first);
        return LookMerger.Merge(coarse.Regions, fine.Regions, page.Width / Math.Sqrt(coarse.Width * fine.Width));
    }

    private Look See(GreyPlane page, double width) => new(width, detector.Detect(page, width));

    private double? SecondWidth(GreyPlane page, Look first, ReadingProfile profile)
    {
        var larger = settings.TargetWidths.Count > 1 ? Width(page, settings.TargetWidths[1]) : first.Width * 2;
        double? second = (MedianHeight(first.Regions) * first.Width / page.Width) switch
        {
            < SmallText => larger, // 0 too: nothing seen
            > LargeText => first.Width / 2,
            _ when profile == ReadingProfile.Thorough => larger,
            _ => null,
        };
        return second == first.Width ? null : second;
    }

    // Enlarged by more than this, a page shows nothing that it did not show before.
    private static double Width(GreyPlane page, int target) => Math.Min(target, page.Width * 4);

    private static double MedianHeight(List<TextRegion> regions)
    {
        double[] heights = [.. regions.Select(region => region.Height).Order()];
        return heights.Length == 0 ? 0 : heights[heights.Length / 2];
    }
}
