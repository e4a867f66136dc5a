using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class ColorEdgeScanTests
{
    private const int Side = 96;

    private static readonly (byte R, byte G, byte B) Ground = (200, 60, 60);
    private static readonly (byte R, byte G, byte B) EquallyLight = (40, 130, 120);

    [Fact]
    public void Finds_strokes_that_differ_in_color_only_and_their_channel()
    {
        var blocks = Scan((x, _) => x % 8 < 3 ? EquallyLight : Ground);
        Assert.Equal(9, blocks.Count);
        Assert.All(blocks, block => Assert.Equal((0, true), (block.Channel, block.Share > 0.11)));
        Assert.Equal(new PixelBox(0, 0, 32, 32), blocks[0].Area);
    }

    [Fact]
    public void Finds_nothing_where_gray_shows_the_strokes() =>
        Assert.Empty(Scan((x, _) => x % 8 < 3 ? ((byte)250, (byte)240, (byte)240) : Ground));

    [Fact]
    public void Finds_nothing_in_gray_noise() =>
        Assert.Empty(Scan((x, y) => (byte)((x * 37) + (y * 101)) is var gray ? (gray, gray, gray) : default));

    [Fact]
    public void The_edge_of_one_shape_has_a_smaller_share_than_text() =>
        Assert.All(Scan((x, _) => x < Side / 2 ? EquallyLight : Ground), block => Assert.True(block.Share is > 0 and < 0.11));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    public void Strips_of_any_height_give_the_same_blocks(int rows)
    {
        var whole = Scan((x, _) => x % 8 < 3 ? EquallyLight : Ground);
        Assert.Equal(whole, Scan((x, _) => x % 8 < 3 ? EquallyLight : Ground, rows));
    }

    private static List<ColorEdgeBlock> Scan(Func<int, int, (byte R, byte G, byte B)> color, int rows = Side)
    {
        var pixels = new uint[Side * Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (r, g, b) = color(i % Side, i / Side);
            pixels[i] = r | ((uint)g << 8) | ((uint)b << 16) | 0xFF000000;
        }

        var gray = new byte[pixels.Length];
        Luminance.FromPremultiplied(System.Runtime.InteropServices.MemoryMarshal.AsBytes<uint>(pixels), gray);
        var scan = new ColorEdgeScan(Side, Side);
        for (var y = 0; y < Side; y += rows)
        {
            var (from, to) = (y * Side, Math.Min(Side, y + rows) * Side);
            scan.Add(pixels.AsSpan(from..to), gray.AsSpan(from..to), y);
        }

        return scan.Blocks();
    }
}
