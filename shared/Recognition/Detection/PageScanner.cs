using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Decides at which scales a page is looked at, and merges what was seen.</summary>
internal sealed class PageScanner(TextDetector detector, DetectorSettings settings)
{
    // Heights of boxes in pixels of the scaled page between which the detector was trained to see well.
    private const double SmallText = 14;
    private const double LargeText = 48;

    // A box of the second look is new when the first look's boxes cover less than this part of it.
    private const double Covered = 0.3;

    public List<TextRegion> Scan(GreyPlane page, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var first = Width(page, settings.TargetWidths[0]);
        var regions = detector.Detect(page, first);
        if (profile == ReadingProfile.Fast || SecondWidth(page, regions, first, profile) is not { } second)
        {
            return regions;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var others = detector.Detect(page, second);
        return Preferred(second, first, regions, others) ? Merge(others, regions) : Merge(regions, others);
    }

    private double? SecondWidth(GreyPlane page, List<TextRegion> regions, double first, ReadingProfile profile)
    {
        var larger = settings.TargetWidths.Count > 1 ? Width(page, settings.TargetWidths[1]) : first * 2;
        var height = MedianHeight(regions) * first / page.Width;
        double? second = height switch
        {
            0 or < SmallText => larger,
            > LargeText => first / 2,
            _ when profile == ReadingProfile.Thorough => larger,
            _ => null,
        };
        return second == first ? null : second;
    }

    // A second look beyond the page's own pixels by more than double shows nothing new.
    private static double Width(GreyPlane page, int target) => Math.Min(target, page.Width * 4);

    /// <summary>The look whose boxes cover more of the page's ink is the base of the merge.</summary>
    private static bool Preferred(double second, double first, List<TextRegion> regions, List<TextRegion> others) =>
        second < first ? others.Count > 0 : others.Count >= regions.Count;

    private static List<TextRegion> Merge(List<TextRegion> kept, List<TextRegion> added)
    {
        var merged = new List<TextRegion>(kept);
        foreach (var region in added)
        {
            if (kept.Sum(region.Overlap) < Covered * region.Area)
            {
                merged.Add(region);
            }
        }

        return merged;
    }

    private static double MedianHeight(List<TextRegion> regions)
    {
        if (regions.Count == 0)
        {
            return 0;
        }

        double[] heights = [.. regions.Select(region => region.Height).Order()];
        return heights[heights.Length / 2];
    }
}
