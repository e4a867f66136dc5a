using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Chooses the area and scale of each detection pass: of the first by the page's size, of further ones by the text that was found.</summary>
internal sealed class PassScales(DetectorSettings settings)
{
    // Box heights in pixels of the scaled page. On rendered pages the median box of a first pass is either below 11 (wide pages: half of
    // their words are misread or missed) or above 16, where a second pass found nothing new.
    private const double SmallText = 14;
    private const double LargeText = 48;
    private const double BestText = 26;

    // A pass whose scale differs by less than this factor from the last one finds nothing new.
    private const double MinChange = 1.2;

    // Enlarging a page by more than this factor reveals nothing new.
    private const double MaxEnlarged = 4;

    // Height of a phone's screen per its width: a landscape page gets as many pixels as a portrait one.
    private const double ScreenAspect = 20.0 / 9;

    // A part of the page is processed separately when it is smaller than this fraction.
    private const double WorthCropping = 0.6;

    private double Width => settings.TargetWidths[0];

    // Bounds the memory and time of the first pass over a very long page.
    private double MaxPixels => 2.0 * settings.MaxSide * settings.MaxSide;

    private double MaxPixelsOfSecond => (double)settings.MaxSide * Math.Max(settings.TargetWidths[^1], 2 * Width);

    /// <summary>Returns the scale of a first pass over a whole page.</summary>
    public double First(int width, int height)
    {
        var across = Width / width;
        var scale = width <= height
            ? across
            : Math.Clamp(Width * Math.Sqrt(ScreenAspect / ((double)width * height)), across, Math.Max(1, across));
        return Bound(scale, width, height, MaxPixels);
    }

    /// <summary>Returns the scale at which text of a height is detected best.</summary>
    /// <param name="area">The area of the pass.</param>
    /// <param name="textHeight">Height of its boxes, pixels of the page, &gt; 0.</param>
    public double Best(PixelBox area, double textHeight) =>
        Bound(BestText / textHeight, area.Width, area.Height, MaxPixels);

    /// <summary>Returns area and scale of the next pass; <see langword="null"/> when none is needed.</summary>
    public (PixelBox Area, double Scale)? Next(GrayPlane page, DetectionPass last, ReadingProfile profile)
    {
        var whole = new PixelBox(0, 0, page.Width, page.Height);
        (PixelBox Area, double Scale)? wanted = last.ScaledHeight switch
        {
            0 => (whole, last.Scale * 2),
            < SmallText => (TextArea(last, whole), last.Scale * BestText / last.ScaledHeight),
            > LargeText => (whole, Math.Max(last.Scale / MaxEnlarged, last.Scale * BestText / last.ScaledHeight)),
            _ when profile == ReadingProfile.Thorough => (whole, last.Scale * 2),
            _ => null,
        };
        if (wanted is not { } next)
        {
            return null;
        }

        var scale = Bound(next.Scale, next.Area.Width, next.Area.Height, Math.Max(MaxPixelsOfSecond, Pixels(last.Scale, next.Area)));
        var change = scale / last.Scale;
        return change is > MinChange or < 1 / MinChange ? (next.Area, scale) : null;
    }

    /// <summary>Returns the number of scaled pixels of an area.</summary>
    private static double Pixels(double scale, PixelBox area) => scale * scale * area.Area;

    private double Bound(double scale, double width, double height, double pixels)
    {
        double[] limits = [scale, MaxEnlarged, settings.MaxSide / width, Math.Sqrt(pixels / (width * height))];
        return limits.Min();
    }

    /// <summary>Returns the part of the page that contains the text, with a margin, or the whole page when that saves little.</summary>
    private static PixelBox TextArea(DetectionPass pass, PixelBox whole)
    {
        var margin = (6 * pass.TextHeight) + (0.15 * Math.Max(
            pass.Regions.Max(region => region.X1) - pass.Regions.Min(region => region.X0),
            pass.Regions.Max(region => region.Y1) - pass.Regions.Min(region => region.Y0)));
        var area = new PixelBox(
            (int)(pass.Regions.Min(region => region.X0) - margin),
            (int)(pass.Regions.Min(region => region.Y0) - margin),
            (int)(pass.Regions.Max(region => region.X1) + margin),
            (int)(pass.Regions.Max(region => region.Y1) + margin)).Intersect(whole);
        return area.Area < WorthCropping * whole.Area ? area : whole;
    }
}
