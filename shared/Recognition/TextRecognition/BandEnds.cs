using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.TextRecognition;

/// <summary>
/// Extends boxes to the end of the band on which their word stands. The detector often misses a letter that touches the edge of a band. The
/// word would then be read without its first or last letter.
/// </summary>
internal static class BandEnds
{
    // Maximum distance of the edge from the box, and thickness of the uniform area beyond it, as fractions of the box's height.
    private const double Reach = 1.3;
    private const double Thickness = 0.12;

    // Maximum distance of a missed letter from the box. Ink farther away is the outline of a button or of the band.
    private const double LetterGap = 0.2;

    /// <summary>Returns the boxes; those with ink between them and the edge of their band are extended.</summary>
    public static IReadOnlyList<TextRegion> Extend(GrayPlane page, IReadOnlyList<TextRegion> regions)
    {
        List<TextRegion>? extended = null;
        for (var i = 0; i < regions.Count; i++)
        {
            var region = regions[i];
            var wider = Extend(page, region);
            if (wider != region && !regions.Where((_, other) => other != i).Any(other => other.Overlap(wider) > other.Overlap(region)))
            {
                (extended ??= [.. regions])[i] = wider;
            }
        }

        return extended ?? regions;
    }

    private static TextRegion Extend(GrayPlane page, TextRegion region)
    {
        var (y0, y1) = (Math.Max(0, (int)region.Y0), Math.Min(page.Height, (int)Math.Ceiling(region.Y1)));
        var columns = new BandColumns(page.Pixels, page.Width, y0, y1);
        var background = columns.Background(region.X0, region.Width);
        var left = End(page, region, columns, background, -1) ?? region.X0;
        var right = End(page, region, columns, background, +1) ?? region.X1;
        return region with { X0 = Math.Min(region.X0, left), X1 = Math.Max(region.X1, right) };
    }

    /// <summary>Returns the edge of the band in a direction (−1 left, +1 right); <see langword="null"/> when it is far or no ink is before it.</summary>
    private static double? End(GrayPlane page, TextRegion region, BandColumns columns, byte background, int direction)
    {
        var start = Math.Clamp((int)(direction < 0 ? region.X0 : region.X1), 0, page.Width - 1);
        var (ink, beyond) = (false, 0);
        var nearest = LetterGap * region.Height;
        for (var (x, steps) = (start, 0); x >= 0 && x < page.Width && steps <= Reach * region.Height; x += direction, steps++)
        {
            var range = columns.Range(x);
            if (BandColumns.IsBeyond(range, background))
            {
                if (++beyond >= Math.Max(2, Thickness * region.Height))
                {
                    return ink ? x - (direction * (beyond - 1)) + (direction < 0 ? 1 : 0) : null;
                }
            }
            else if (columns.IsRounded(x, background))
            {
                return null;
            }
            else
            {
                ink |= beyond == 0 && steps <= nearest && range.High - range.Low > BandColumns.MinStep;
                beyond = 0;
            }
        }

        return null;
    }
}
