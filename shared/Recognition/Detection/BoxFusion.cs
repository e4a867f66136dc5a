namespace Ocr.Recognition.Detection;

/// <summary>Fuses the boxes of two detection passes over one page without duplicates.</summary>
internal static class BoxFusion
{
    // Box height in pixels of a scaled page at which the detector is most accurate.
    private const double BestHeight = 20;

    // A box is new when the boxes accepted before cover less than this fraction of it.
    private const double Covered = 0.3;

    /// <summary>
    /// Takes large text from the coarse pass and small text from the fine pass, then adds the boxes that only one pass found.
    /// </summary>
    /// <param name="coarse">Boxes of the pass at the smaller scale.</param>
    /// <param name="fine">Boxes of the pass at the larger scale.</param>
    /// <param name="pagePixels">Page pixels per pixel at the geometric mean of the two scales.</param>
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
