using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Size at which a page is shown to the detector, and the way back.</summary>
/// <param name="PageWidth">Width of the upright image, pixels.</param>
/// <param name="PageHeight">Height of the upright image, pixels.</param>
/// <param name="Width">Width after scaling.</param>
/// <param name="Height">Height after scaling.</param>
/// <param name="PaddedWidth">Width of the tensor: the next multiple of the detector's stride, never more.</param>
/// <param name="PaddedHeight">Height of the tensor.</param>
internal readonly record struct ScaledPage(int PageWidth, int PageHeight, int Width, int Height, int PaddedWidth, int PaddedHeight)
{
    /// <summary>Pixels of the page for one scaled pixel, across.</summary>
    public double ToPageX => (double)PageWidth / Width;

    /// <summary>Pixels of the page for one scaled pixel, down.</summary>
    public double ToPageY => (double)PageHeight / Height;

    /// <summary>The page scaled to a width, but no side longer than the manifest's <c>maxSide</c>.</summary>
    public static ScaledPage For(int pageWidth, int pageHeight, double targetWidth, DetectorSettings settings)
    {
        var scale = Math.Min(targetWidth / pageWidth, (double)settings.MaxSide / Math.Max(pageWidth, pageHeight));
        var width = Math.Max(1, (int)Math.Round(pageWidth * scale));
        var height = Math.Max(1, (int)Math.Round(pageHeight * scale));
        return new ScaledPage(pageWidth, pageHeight, width, height, Pad(width, settings.Stride), Pad(height, settings.Stride));
    }

    private static int Pad(int side, int stride) => (side + stride - 1) / stride * stride;
}
