using SkiaSharp;

namespace Ocr.Recognition.Imaging;

/// <summary>Decodes an image to an upright color plane. Alpha is dropped, not blended, as OpenCV's <c>IMREAD_COLOR</c> does.</summary>
internal static class ColorReader
{
    // JPEG's own limit. The resampler keeps two weights per source pixel of an axis; a PNG of one row could make them as large as the page.
    private const int LongestSide = 65_535;

    /// <exception cref="ImageErrorException">The image can never be read.</exception>
    public static ColorPlane Decode(ReadOnlyMemory<byte> image, long maxPixels) =>
        ImageDecoder.Decode(image, maxPixels, codec => Upright(Read(codec), codec.EncodedOrigin));

    private static unsafe ColorPlane Read(SKCodec codec)
    {
        if (Math.Max(codec.Info.Width, codec.Info.Height) > LongestSide)
        {
            throw new ImageErrorException(
                ImageError.TooManyPixels, $"The image is {codec.Info.Width} × {codec.Info.Height}; a side may have {LongestSide} pixels.");
        }

        var plane = new ColorPlane(codec.Info.Width, codec.Info.Height);
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

    private static ColorPlane Upright(ColorPlane stored, SKEncodedOrigin origin)
    {
        if (Orientation.IsUpright(origin))
        {
            return stored;
        }

        using (stored)
        {
            var (w, h) = (stored.Width, stored.Height);
            var upright = Orientation.SwapsSides(origin) ? new ColorPlane(h, w) : new ColorPlane(w, h);
            Orientation.Turn(stored.Pixels, w, h, origin, upright.Pixels);
            return upright;
        }
    }
}
