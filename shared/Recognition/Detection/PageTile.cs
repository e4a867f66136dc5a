namespace Ocr.Recognition.Detection;

/// <summary>
/// One of the overlapping bands in which a large page is passed to the detector. A box belongs to the band whose rows
/// <see cref="From"/>–<see cref="To"/> contain its middle. These rows partition the page, so that each box is counted once.
/// </summary>
/// <param name="Area">The band, pixels of the page.</param>
/// <param name="From">First row of the band's own rows (inclusive).</param>
/// <param name="To">Last row of the band's own rows (exclusive).</param>
internal readonly record struct PageTile(PixelBox Area, double From, double To)
{
    // Scaled pixels that neighbors share. A box up to half as high is complete in the band that contains its middle.
    private const double Overlap = 128;

    /// <summary>Returns bands of equal height from top to bottom.</summary>
    /// <param name="area">Part of the page to process.</param>
    /// <param name="scale">Scaled pixels per page pixel.</param>
    /// <param name="maxSide">Maximum height of a band, scaled pixels.</param>
    /// <param name="maxPixels">Maximum number of scaled pixels of a band, except for rounding.</param>
    public static List<PageTile> Split(PixelBox area, double scale, int maxSide, int maxPixels)
    {
        var longest = Math.Min(maxSide, Math.Max(1, maxPixels / (area.Width * scale)));
        var height = area.Height * scale;
        var overlap = Math.Min(Overlap, longest / 4.0);
        var count = height <= longest ? 1 : (int)Math.Ceiling((height - overlap) / (longest - overlap));
        var step = (height - overlap) / count / scale;
        var tiles = new List<PageTile>(count);
        for (var i = 0; i < count; i++)
        {
            var top = area.Y0 + (int)Math.Round(i * step);
            var bottom = i == count - 1 ? area.Y1 : Math.Min(area.Y1, area.Y0 + (int)Math.Round(((i + 1) * step) + (overlap / scale)));
            tiles.Add(new PageTile(area with { Y0 = top, Y1 = bottom }, Seam(i), Seam(i + 1)));
        }

        return tiles;

        double Seam(int i) => i == 0 ? double.NegativeInfinity
            : i == count ? double.PositiveInfinity
            : area.Y0 + (i * step) + (overlap / scale / 2);
    }

    /// <summary>Whether a box belongs to this band.</summary>
    public bool Owns(TextRegion region) => (region.Y0 + region.Y1) / 2 is var middle && middle >= From && middle < To;
}
