namespace Ocr.Recognition.Detection;

/// <summary>
/// One of the overlapping bands in which a long page is shown to the detector. A box belongs to the band whose rows
/// <see cref="From"/>–<see cref="To"/> hold its middle: those rows part the page, so that no box is taken twice.
/// </summary>
/// <param name="Area">What the detector sees, pixels of the page.</param>
/// <param name="From">First row whose boxes are this band's.</param>
/// <param name="To">First row below it whose boxes are not.</param>
internal readonly record struct PageTile(PixelBox Area, double From, double To)
{
    // Scaled pixels that neighbours share. A box up to half of it high lies whole in the band that holds its middle.
    private const double Overlap = 128;

    /// <summary>Bands from top to bottom, all of one height.</summary>
    /// <param name="area">Part of the page to look at.</param>
    /// <param name="scale">Scaled pixels for one of the page.</param>
    /// <param name="longest">Greatest height of a band, scaled pixels.</param>
    public static List<PageTile> Split(PixelBox area, double scale, int longest)
    {
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

    /// <summary>Whether a box of this band's map is this band's.</summary>
    public bool Owns(TextRegion region) => (region.Y0 + region.Y1) / 2 is var middle && middle >= From && middle < To;
}
