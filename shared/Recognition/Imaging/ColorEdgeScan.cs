using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Imaging;

/// <summary>
/// Finds the blocks of an image in which the color changes, but hardly the luminance. Only some rows are examined, so that the scan costs a
/// fraction of the conversion to gray.
/// </summary>
/// <param name="width">Width of the image, pixels.</param>
/// <param name="height">Height of the image, pixels.</param>
internal sealed class ColorEdgeScan(int width, int height)
{
    // Side of a block, pixels: a little more than a character of a phone's screenshot.
    private const int Side = 32;
    private const int RowStep = 4;
    private const int Channels = 3;

    // Pixels between the two sides of an edge. JPEG stores color at half resolution, which blurs an edge over this distance.
    private const int Distance = 3;

    // Minimum difference of a channel, and its minimum ratio to the difference of luminance.
    private const uint MinChange = 56;
    private const uint MinRatio = 3;

    // Minimum share of such edges among the examined pixels of a block.
    private const double MinShare = 0.03;

    private readonly int _columns = (width + Side - 1) / Side;
    private readonly int[] _edges = new int[(width + Side - 1) / Side * ((height + Side - 1) / Side) * Channels];

    /// <summary>Adds rows of the image.</summary>
    /// <param name="rgba">4 bytes per pixel: red, green, blue, alpha.</param>
    /// <param name="gray">The same pixels in gray.</param>
    /// <param name="top">Number of the first row.</param>
    public void Add(ReadOnlySpan<uint> rgba, ReadOnlySpan<byte> gray, int top)
    {
        for (var y = (RowStep - (top % RowStep)) % RowStep; y < rgba.Length / width; y += RowStep)
        {
            var blocks = _edges.AsSpan((top + y) / Side * _columns * Channels, _columns * Channels);
            AddRow(rgba.Slice(y * width, width), gray.Slice(y * width, width), blocks);
        }
    }

    /// <summary>Returns the blocks with edges of color.</summary>
    public List<ColorEdgeBlock> Blocks()
    {
        var blocks = new List<ColorEdgeBlock>();
        for (var i = 0; i < _edges.Length; i += Channels)
        {
            var edges = _edges.AsSpan(i, Channels);
            var share = (double)(edges[0] + edges[1] + edges[2]) * RowStep / (Side * Side);
            if (share > MinShare)
            {
                var (x, y) = (i / Channels % _columns * Side, i / Channels / _columns * Side);
                var channel = edges[0] >= Math.Max(edges[1], edges[2]) ? 0 : edges[1] >= edges[2] ? 1 : 2;
                blocks.Add(new ColorEdgeBlock(new PixelBox(x, y, Math.Min(width, x + Side), Math.Min(height, y + Side)), channel, share));
            }
        }

        return blocks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(ReadOnlySpan<uint> pixels, ReadOnlySpan<byte> gray, Span<int> blocks)
    {
        var low = Vector256.Create(0xFFu);
        for (var x = 0; x + 8 + Distance <= pixels.Length; x += 8)
        {
            var change = Distances(Vector256.Create(pixels[x..]), Vector256.Create(pixels[(x + Distance)..]));
            var (red, green, blue) = (change & low, (change >> 8) & low, (change >> 16) & low);
            var most = Vector256.Max(red, Vector256.Max(green, blue));
            var (here, there) = (Eight(gray[x..]), Eight(gray[(x + Distance)..]));
            var luminance = Vector256.Max(here, there) - Vector256.Min(here, there);
            var edges = Vector256.GreaterThanOrEqual(most, Vector256.Create(MinChange)) & Vector256.GreaterThan(most, luminance * MinRatio);
            if (edges == Vector256<uint>.Zero)
            {
                continue;
            }

            var counts = blocks.Slice(x / Side * Channels, Channels);
            counts[0] += Count(edges & Vector256.Equals(red, most));
            counts[1] += Count(edges & Vector256.Equals(green, most));
            counts[2] += Count(edges & Vector256.Equals(blue, most));
        }
    }

    private static Vector256<uint> Distances(Vector256<uint> a, Vector256<uint> b) =>
        (Vector256.Max(a.AsByte(), b.AsByte()) - Vector256.Min(a.AsByte(), b.AsByte())).AsUInt32();

    private static int Count(Vector256<uint> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    private static Vector256<uint> Eight(ReadOnlySpan<byte> gray)
    {
        var words = Vector128.WidenLower(Vector64.Create(gray).ToVector128Unsafe());
        return Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words));
    }
}
