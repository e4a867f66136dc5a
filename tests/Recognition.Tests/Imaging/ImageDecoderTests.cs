using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class ImageDecoderTests
{
    private const long Cap = 1_000_000;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, 0)]
    [InlineData(SKEncodedImageFormat.Webp, 0)]
    [InlineData(SKEncodedImageFormat.Jpeg, 12)]
    public void Gives_the_luminance_of_each_pixel(SKEncodedImageFormat format, int tolerance)
    {
        using var bitmap = Pictures.Asymmetric(101, 67);
        using var plane = ImageDecoder.Decode(Pictures.Encode(bitmap, format), Cap);
        Assert.Equal((101, 67), (plane.Width, plane.Height));
        var expected = Pictures.Gray(bitmap);
        Assert.All(Enumerable.Range(0, expected.Length), i => Assert.InRange(plane.Pixels[i] - expected[i], -tolerance, tolerance));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Turns_every_exif_orientation_upright(byte orientation)
    {
        using var upright = Pictures.Asymmetric();
        using var stored = Stored(upright, orientation);
        var jpeg = Pictures.Encode(stored, SKEncodedImageFormat.Jpeg);
        byte[] turned = [.. jpeg[..2], .. Bytes.ExifOrientation(orientation), .. jpeg[2..]];

        using var plane = ImageDecoder.Decode(turned, Cap);
        Assert.Equal((upright.Width, upright.Height), (plane.Width, plane.Height));
        var expected = Pictures.Gray(upright);
        Assert.All(Enumerable.Range(0, expected.Length), i => Assert.InRange(plane.Pixels[i] - expected[i], -16, 16));
    }

    [Fact]
    public void Puts_transparent_pixels_on_white()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(3, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.SetPixel(0, 0, new SKColor(0, 0, 0, 0));
        bitmap.SetPixel(1, 0, new SKColor(0, 0, 0, 128));
        bitmap.SetPixel(2, 0, new SKColor(0, 0, 0, 255));
        using var plane = ImageDecoder.Decode(Pictures.Encode(bitmap, SKEncodedImageFormat.Png), Cap);
        Assert.Equal<byte>([255, 127, 0], plane.Pixels.ToArray());
    }

    [Theory]
    [InlineData("cmyk.jpg", 24)]
    [InlineData("grey16.png", 1)]
    [InlineData("palette.png", 3)]
    [InlineData("interlaced.png", 0)]
    [InlineData("progressive.jpg", 6)]
    public void Reads_the_rarer_kinds(string file, int tolerance)
    {
        // Each shows the ramp 0, 8, 16, … 248 from left to right, 32 × 16.
        using var plane = ImageDecoder.Decode(File.ReadAllBytes(Repository.TestFile("assets", file)), Cap);
        Assert.Equal((32, 16), (plane.Width, plane.Height));
        Assert.All(Enumerable.Range(0, 32), x => Assert.InRange(plane.Row(8)[x] - (x * 8), -tolerance, tolerance));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Rejects_half_an_image(SKEncodedImageFormat format)
    {
        using var noise = new SKBitmap(200, 200);
        var random = new Random(1);
        noise.Pixels = [.. Enumerable.Range(0, 40_000).Select(_ => new SKColor((uint)random.Next() | 0xFF000000))];
        var image = Pictures.Encode(noise, format);
        Assert.Contains(Error(image[..(image.Length / 2)]), (IEnumerable<ImageError>)[ImageError.Truncated, ImageError.Undecodable]);
    }

    [Fact]
    public void Rejects_pixels_that_do_not_match_the_header() =>
        Assert.Contains(Error(Bytes.Png(10, 10)), (IEnumerable<ImageError>)[ImageError.Truncated, ImageError.Undecodable]);

    [Fact]
    public void Rejects_an_image_above_the_cap_before_it_is_decoded() =>
        Assert.Equal(ImageError.TooManyPixels, Error(Bytes.Png(30_000, 30_000)));

    [Fact]
    public void Accepts_an_image_at_the_cap()
    {
        using var plane = ImageDecoder.Decode(Pictures.Encoded(SKEncodedImageFormat.Png, 100, 100), 10_000);
        Assert.Equal(100, plane.Height);
    }

    [Fact]
    public void Rejects_an_animation() =>
        Assert.Equal(ImageError.Animated, Error(Bytes.Png(9, 9, Bytes.PngChunk("acTL", 0, 0, 0, 5, 0, 0, 0, 0))));

    private static ImageError Error(byte[] image) =>
        Assert.Throws<ImageErrorException>(() => ImageDecoder.Decode(image, Cap).Dispose()).Error;

    /// <summary>Returns an upright picture as a camera stores it with an orientation: the inverse of the EXIF transformation.</summary>
    internal static SKBitmap Stored(SKBitmap upright, byte orientation)
    {
        var swaps = orientation >= 5;
        var stored = new SKBitmap(swaps ? upright.Height : upright.Width, swaps ? upright.Width : upright.Height);
        for (var y = 0; y < stored.Height; y++)
        {
            for (var x = 0; x < stored.Width; x++)
            {
                var (right, bottom) = (stored.Width - 1 - x, stored.Height - 1 - y);
                var (ux, uy) = orientation switch
                {
                    2 => (right, y),
                    3 => (right, bottom),
                    4 => (x, bottom),
                    5 => (y, x),
                    6 => (bottom, x),
                    7 => (bottom, right),
                    8 => (y, right),
                    _ => (x, y),
                };
                stored.SetPixel(x, y, upright.GetPixel(ux, uy));
            }
        }

        return stored;
    }
}
