namespace Ocr.Recognition.Detection;

/// <summary>Two looks at one page become one list of boxes without doubles.</summary>
internal static class LookMerger
{
    // Height of a box, in pixels of a scaled page, that the detector sees best.
    private const double BestHeight = 20;

    // A box is new when the boxes that were taken before cover less than this part of it.
    private const double Covered = 0.3;

    /// <summary>
    /// Large text is taken from the coarse look, small text from the fine one; then whatever only one of them saw.
    /// </summary>
    /// <param name="coarse">What was seen at the smaller scale.</param>
    /// <param name="fine">What was seen at the larger scale.</param>
    /// <param name="pagePixels">Pixels of the page for one pixel of the scale midway between the two.</param>
    public static List<TextRegion> Merge(List<TextRegion> coarse, List<TextRegion> fine, double pagePixels)
    {
        var parting = BestHeight * pagePixels;
        var merged = new List<TextRegion>(coarse.Count + fine.Count);
        merged.AddRange(coarse.Where(region => region.Height >= parting));
        Add(merged, fine.Where(region => region.Height < parting));
        Add(merged, coarse);
        Add(merged, fine);
        return merged;
    }

    private static void Add(List<TextRegion> merged, IEnumerable<TextRegion> regions)
    {
        foreach (var region in regions)
        {
            if (merged.Sum(region.Overlap) < Covered * region.Area)
            {
                merged.Add(region);
            }
        }
    }
}
