using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class BandEdgeTests
{
    private const int Width = 60;
    private const int Height = 32;

    [Theory]
    [InlineData(100, 200, true)] // another band
    [InlineData(100, 120, false)] // a shade of the same band
    [InlineData(0, 255, false)] // a thresholded image
    public void Columns_beyond_a_band_get_its_gray(byte band, byte beyond, bool cleared)
    {
        var pixels = Crop(band, beyond);
        BandEdge.Clear(pixels, Width);
        for (var y = 0; y < Height; y++)
        {
            Assert.Equal(cleared ? band : beyond, pixels[(y * Width) + 3]);
            Assert.Equal(cleared ? band : beyond, pixels[(y * Width) + Width - 4]);
        }
    }

    [Fact]
    public void Letters_remain()
    {
        var pixels = Crop(100, 200);
        BandEdge.Clear(pixels, Width);
        Assert.Equal(20, pixels[(16 * Width) + 6]);
        Assert.Equal(20, pixels[(16 * Width) + Width - 7]);
    }

    [Fact]
    public void A_crop_without_an_edge_does_not_change()
    {
        var pixels = Crop(100, 100);
        var before = pixels.ToArray();
        BandEdge.Clear(pixels, Width);
        Assert.Equal(before, pixels);
    }

    // Columns 0-5 and 54-59 lie beyond the band. Letters of gray 20 touch both of its ends.
    private static byte[] Crop(byte band, byte beyond)
    {
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % Width, i / Width);
            pixels[i] = x is < 6 or >= Width - 6 ? beyond : y is >= 8 and < 24 && x % 12 >= 5 ? (byte)20 : band;
        }

        return pixels;
    }
}
