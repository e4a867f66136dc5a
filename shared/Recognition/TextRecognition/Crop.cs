using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>The pixels of a region that are passed to the recognizer, and the width to which they are scaled.</summary>
/// <param name="Area">The region expanded by the manifest's margin, rounded outwards, clipped to the page.</param>
/// <param name="Width">Width at the recognizer's height, pixels.</param>
internal readonly record struct Crop(PixelBox Area, int Width)
{
    // A narrower crop has no time step.
    private const int MinWidth = 4;

    public static Crop Of(TextRegion region, GrayPlane page, RecognizerSettings settings, TestTimeAugmentation view)
    {
        var grow = (settings.Margin + view.Margin) * region.Height;
        var x0 = Math.Clamp((int)Math.Floor(region.X0 - grow), 0, page.Width - 1);
        var y0 = Math.Clamp((int)Math.Floor(region.Y0 - grow), 0, page.Height - 1);
        var x1 = Math.Clamp((int)Math.Ceiling(region.X1 + grow), x0 + 1, page.Width);
        var y1 = Math.Clamp((int)Math.Ceiling(region.Y1 + grow), y0 + 1, page.Height);
        var width = Math.Round((double)(x1 - x0) * settings.Height / (y1 - y0) * view.Stretch);
        return new Crop(new PixelBox(x0, y0, x1, y1), (int)Math.Clamp(width, MinWidth, settings.MaxWidth));
    }
}
