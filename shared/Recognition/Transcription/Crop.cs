using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Transcription;

/// <summary>The pixels of a region that the recogniser is shown, and the width they are squeezed to.</summary>
/// <param name="Area">The region grown by the manifest's margin, rounded outwards, clipped to the page.</param>
/// <param name="Width">Width at the recogniser's height, pixels.</param>
internal readonly record struct Crop(PixelBox Area, int Width)
{
    // Narrower than this there is no time step to read.
    private const int LeastWidth = 4;

    public static Crop Of(TextRegion region, GreyPlane page, RecognizerSettings settings, CropView view)
    {
        var grow = (settings.Margin + view.Margin) * region.Height;
        var x0 = Math.Clamp((int)Math.Floor(region.X0 - grow), 0, page.Width - 1);
        var y0 = Math.Clamp((int)Math.Floor(region.Y0 - grow), 0, page.Height - 1);
        var x1 = Math.Clamp((int)Math.Ceiling(region.X1 + grow), x0 + 1, page.Width);
        var y1 = Math.Clamp((int)Math.Ceiling(region.Y1 + grow), y0 + 1, page.Height);
        var width = Math.Round((double)(x1 - x0) * settings.Height / (y1 - y0) * view.Stretch);
        return new Crop(new PixelBox(x0, y0, x1, y1), (int)Math.Clamp(width, LeastWidth, settings.MaxWidth));
    }
}
