using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Size at which a part of a page is passed to the detector, and the factors back to the page.</summary>
/// <param name="Area">The part, pixels of the page.</param>
/// <param name="Width">Its width after scaling.</param>
/// <param name="Height">Its height after scaling.</param>
/// <param name="PaddedWidth">Width of the tensor: the next multiple of the detector's stride.</param>
/// <param name="PaddedHeight">Height of the tensor.</param>
internal readonly record struct ScaledPage(PixelBox Area, int Width, int Height, int PaddedWidth, int PaddedHeight)
{
    /// <summary>Page pixels per scaled pixel, horizontally.</summary>
    public double ToPageX => (double)Area.Width / Width;

    /// <summary>Page pixels per scaled pixel, vertically.</summary>
    public double ToPageY => (double)Area.Height / Height;

    /// <summary>Scales a part of a page to <paramref name="scale"/> scaled pixels per page pixel.</summary>
    public static ScaledPage For(PixelBox area, double scale, DetectorSettings settings)
    {
        var width = Math.Max(1, (int)Math.Round(area.Width * scale));
        var height = Math.Max(1, (int)Math.Round(area.Height * scale));
        return new ScaledPage(area, width, height, Pad(width, settings.Stride), Pad(height, settings.Stride));
    }

    private static int Pad(int side, int stride) => (side + stride - 1) / stride * stride;
}
