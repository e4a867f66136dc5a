using CsCheck;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class LuminanceTests
{
    private static readonly Gen<byte[]> Pixel =
        from alpha in Gen.Int[0, 255]
        from red in Gen.Int[0, alpha]
        from green in Gen.Int[0, alpha]
        from blue in Gen.Int[0, alpha]
        select new[] { (byte)red, (byte)green, (byte)blue, (byte)alpha };

    [Fact]
    public void Every_pixel_is_its_weighted_sum_over_white() => Pixel.Array[1, 150].Sample(pixels =>
    {
        var gray = new byte[pixels.Length];
        Luminance.FromPremultiplied(pixels.SelectMany(pixel => pixel).ToArray(), gray);
        return pixels.Zip(gray).All(pair =>
            Math.Abs((0.299 * pair.First[0]) + (0.587 * pair.First[1]) + (0.114 * pair.First[2]) + 255 - pair.First[3] - pair.Second) <= 1.1);
    });
}
