using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class ColorReaderTests
{
    private const long Cap = 1_000_000;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Gives_red_green_and_blue_of_each_pixel(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(3, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.SetPixel(0, 0, new SKColor(255, 0, 0));
        bitmap.SetPixel(1, 0, new SKColor(0, 128, 7));
        bitmap.SetPixel(2, 0, new SKColor(1, 2, 254));
        using var plane = ColorReader.Decode(Pictures.Encode(bitmap, format), Cap);
        Assert.Equal([0x0000FF, 0x078000, 0xFE0201], plane.Pixels.ToArray().Select(pixel => (int)(pixel & 0xFFFFFF)));
    }

    [Fact]
    public void Drops_alpha_and_keeps_the_color_under_it()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(1, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.SetPixel(0, 0, new SKColor(200, 100, 50, 128));
        using var plane = ColorReader.Decode(Pictures.Encode(bitmap, SKEncodedImageFormat.Png), Cap);
        Assert.Equal(0x3264C8u, plane.Pixels[0] & 0xFFFFFF);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Turns_every_exif_orientation_upright(byte orientation)
    {
        using var upright = Pictures.Asymmetric();
        using var stored = ImageDecoderTests.Stored(upright, orientation);
        var jpeg = Pictures.Encode(stored, SKEncodedImageFormat.Jpeg);
        byte[] turned = [.. jpeg[..2], .. Bytes.ExifOrientation(orientation), .. jpeg[2..]];

        using var plane = ColorReader.Decode(turned, Cap);
        Assert.Equal((upright.Width, upright.Height), (plane.Width, plane.Height));
        var expected = Pictures.Gray(upright);
        Assert.All(Enumerable.Range(0, expected.Length), i => Assert.InRange((int)(plane.Pixels[i] & 0xFF) - expected[i], -16, 16));
    }

    [Fact]
    public void A_gray_image_has_three_equal_channels()
    {
        using var plane = ColorReader.Decode(File.ReadAllBytes(Repository.TestFile("assets", "grey16.png")), Cap);
        Assert.All(plane.Row(8).ToArray(), pixel => Assert.Equal(((pixel & 0xFF) * 0x010101, 0u), (pixel & 0xFFFFFF, 0u)));
    }

    [Fact]
    public void A_truncated_image_is_an_error()
    {
        var png = Pictures.Encoded(SKEncodedImageFormat.Png, 300, 300);
        var error = Assert.Throws<ImageErrorException>(() => ColorReader.Decode(png.AsMemory(0, png.Length / 2), Cap)).Error;
        Assert.Contains(error, new[] { ImageError.Truncated, ImageError.Undecodable });
    }

    [Fact]
    public void A_page_of_a_single_very_long_row_is_rejected_before_decoding()
    {
        using var bitmap = new SKBitmap(70_000, 1);
        var png = Pictures.Encode(bitmap, SKEncodedImageFormat.Png);
        Assert.Equal(ImageError.TooManyPixels, Assert.Throws<ImageErrorException>(() => ColorReader.Decode(png, Cap)).Error);
    }
}
