using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Encoded bytes to an upright colour plane. Alpha is dropped, not blended, as OpenCV's <c>IMREAD_COLOR</c> does.</summary>
internal static class ColourReader
{
    // JPEG's own bound. The resampler keeps two weights a source pixel of an axis, which a PNG of one row could make as large as the page.
    private const int LongestSide = 65_535;

    /// <exception cref="ImageFaultException">The image can never be read.</exception>
    public static ColourPlane Decode(ReadOnlyMemory<byte> image, long maxPixels) =>
        ImageDecoder.Decode(image, maxPixels, codec => Upright(Read(codec), codec.EncodedOrigin));

    private static unsafe ColourPlane Read(SKCodec codec)
    {
        if (Math.Max(codec.Info.Width, codec.Info.Height) > LongestSide)
        {
            throw new ImageFaultException(
                ImageFault.TooManyPixels, $"The image is {codec.Info.Width} × {codec.Info.Height}; a side may have {LongestSide} pixels.");
        }

        var plane = new ColourPlane(codec.Info.Width, codec.Info.Height);
        var info = new SKImageInfo(plane.Width, plane.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        try
        {
            fixed (uint* pixels = plane.Pixels)
            {
                PixelReader.Check(codec.GetPixels(info, (nint)pixels));
            }

            return plane;
        }
        catch
        {
            plane.Dispose();
            throw;
        }
    }

    private static ColourPlane Upright(ColourPlane stored, SKEncodedOrigin origin)
    {
        if (Orientation.IsUpright(origin))
        {
            return stored;
        }

        using (stored)
        {
            var (w, h) = (stored.Width, stored.Height);
            var upright = Orientation.SwapsSides(origin) ? new ColourPlane(h, w) : new ColourPlane(w, h);
            Orientation.Turn(stored.Pixels, w, h, origin, upright.Pixels);
            return upright;
        }
    }
}
