using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>At which scale a page is looked at, and where: the first look by its size, a further one by the text that was seen.</summary>
internal sealed class LookScales(DetectorSettings settings)
{
    // Heights of boxes in pixels of the scaled page. On rendered pages the median box of a first look is either below 11 (wide pages:
    // half of their words are misread or missed) or above 16, where a second look found nothing new.
    private const double SmallText = 14;
    private const double LargeText = 48;
    private const double BestText = 26;

    // A look that differs by less than this from the last one shows nothing new.
    private const double LeastChange = 1.2;

    // Enlarged by more than this, a page shows nothing that it did not show before.
    private const double MostEnlarged = 4;

    // Height of a phone's screen for its width: a page lying on its side is given as many pixels as one standing.
    private const double ScreenAspect = 20.0 / 9;

    // A part of the page is worth looking at by itself when it is smaller than this.
    private const double WorthCropping = 0.6;

    private double Width => settings.TargetWidths[0];

    // Bounds the memory and time of the first look at a very long page.
    private double MostPixels => 2.0 * settings.MaxSide * settings.MaxSide;

    private double MostPixelsOfSecond => (double)settings.MaxSide * Math.Max(settings.TargetWidths[^1], 2 * Width);

    /// <summary>Scale of a first look at a whole page.</summary>
    public double First(int width, int height)
    {
        var across = Width / width;
        var scale = width <= height
            ? across
            : Math.Clamp(Width * Math.Sqrt(ScreenAspect / ((double)width * height)), across, Math.Max(1, across));
        return Bound(scale, width, height, MostPixels);
    }

    /// <summary>Scale that shows text of a height best.</summary>
    /// <param name="area">Where to look.</param>
    /// <param name="textHeight">Height of its boxes, pixels of the page, &gt; 0.</param>
    public double Best(PixelBox area, double textHeight) =>
        Bound(BestText / textHeight, area.Width, area.Height, MostPixels);

    /// <summary>Where to look again, and at which scale; <see langword="null"/> when nothing asks for it.</summary>
    public (PixelBox Area, double Scale)? Next(GreyPlane page, Look last, ReadingProfile profile)
    {
        var whole = new PixelBox(0, 0, page.Width, page.Height);
        (PixelBox Area, double Scale)? wanted = last.ScaledHeight switch
        {
            0 => (whole, last.Scale * 2),
            < SmallText => (TextArea(last, whole), last.Scale * BestText / last.ScaledHeight),
            > LargeText => (whole, Math.Max(last.Scale / MostEnlarged, last.Scale * BestText / last.ScaledHeight)),
            _ when profile == ReadingProfile.Thorough => (whole, last.Scale * 2),
            _ => null,
        };
        if (wanted is not { } next)
        {
            return null;
        }

        var scale = Bound(next.Scale, next.Area.Width, next.Area.Height, Math.Max(MostPixelsOfSecond, Pixels(last.Scale, next.Area)));
        var change = scale / last.Scale;
        return change is > LeastChange or < 1 / LeastChange ? (next.Area, scale) : null;
    }

    /// <summary>Scaled pixels of an area.</summary>
    private static double Pixels(double scale, PixelBox area) => scale * scale * area.Area;

    private double Bound(double scale, double width, double height, double pixels)
    {
        double[] limits = [scale, MostEnlarged, settings.MaxSide / width, Math.Sqrt(pixels / (width * height))];
        return limits.Min();
    }

    /// <summary>The part of the page that holds the text, with a margin; all of it when that saves little.</summary>
    private static PixelBox TextArea(Look look, PixelBox whole)
    {
        var margin = (6 * look.TextHeight) + (0.15 * Math.Max(
            look.Regions.Max(region => region.X1) - look.Regions.Min(region => region.X0),
            look.Regions.Max(region => region.Y1) - look.Regions.Min(region => region.Y0)));
        var area = new PixelBox(
            (int)(look.Regions.Min(region => region.X0) - margin),
            (int)(look.Regions.Min(region => region.Y0) - margin),
            (int)(look.Regions.Max(region => region.X1) + margin),
            (int)(look.Regions.Max(region => region.Y1) + margin)).Intersect(whole);
        return area.Area < WorthCropping * whole.Area ? area : whole;
    }
}
