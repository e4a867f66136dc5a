using System.IO.Compression;
using CsCheck;
using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Recognition.Tests.Imaging;

/// <summary>Our own decoder of interlaced PNGs returns the same pixels as the codec, in a fraction of its memory.</summary>
public sealed class InterlacedPngTests
{
    private static readonly (int Type, int Depth)[] Kinds =
    [
        (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16),
    ];

    private static readonly int[] Channels = [1, 0, 3, 1, 2, 0, 4];

    [Fact]
    public void Every_kind_of_pixel_size_and_filter_gives_the_pixels_of_the_codec() =>
        Gen.Select(Gen.OneOfConst(Kinds), Gen.Int[1, 40], Gen.Int[1, 40], Gen.Bool, Gen.UInt).Sample((kind, width, height, transparent, seed) =>
        {
            var png = Png(kind, width, height, transparent, new Random((int)(seed & int.MaxValue)));
            Assert.True(InterlacedPng.Is(png));
            using var own = InterlacedPng.Read(png);
            using var codec = SKCodec.Create(new MemoryStream(png));
            using var expected = PixelReader.Read(codec);
            for (var at = 0; at < own.Pixels.Length; at++)
            {
                // There are two ways to round a product with alpha.
                Assert.InRange(own.Pixels[at] - expected.Pixels[at], -1, 1);
            }
        });

    [Theory]
    [InlineData(0.5, ImageError.Truncated)]
    [InlineData(0.9, ImageError.Truncated)]
    public void A_truncated_one_is_rejected_with_the_reason(double share, ImageError reason)
    {
        var png = Png((2, 8), 40, 40, false, new Random(1));
        var error = Assert.Throws<ImageErrorException>(() => ImageDecoder.Decode(png.AsMemory(0, (int)(png.Length * share)), 10_000));

        Assert.Equal(reason, error.Error);
    }

    [Theory]
    [InlineData(0, 0x79)] // unknown compression method
    [InlineData(1, 0xBB)] // preset dictionary
    [InlineData(2, 0xFF)] // unknown block type
    public void Pixels_with_invalid_compression_are_rejected_with_the_reason(int at, byte value)
    {
        var png = Png((2, 8), 40, 40, false, new Random(1));
        png[png.AsSpan().IndexOf("IDAT"u8) + 4 + at] = value;

        var error = Assert.Throws<ImageErrorException>(() => ImageDecoder.Decode(png, 10_000));

        Assert.Equal(ImageError.Undecodable, error.Error);
    }

    internal static byte[] Png((int Type, int Depth) kind, int width, int height, bool transparent, Random random)
    {
        var palette = kind.Type == 3 ? Bytes.PngChunk("PLTE", Noise(random, 3 * (1 << kind.Depth))) : [];
        byte[] transparency = (kind.Type, transparent) switch
        {
            (3, true) => Bytes.PngChunk("tRNS", Noise(random, 1 << kind.Depth)),
            (0, true) => Bytes.PngChunk("tRNS", 0, (byte)random.Next(Math.Min(256, 1 << kind.Depth))),
            (2, true) => Bytes.PngChunk("tRNS", 0, 1, 0, 2, 0, 3),
            _ => [],
        };
        return Join(kind, width, height, [.. palette, .. transparency], bytes => Noise(random, bytes), random.Next);
    }

    internal static byte[] Blank((int Type, int Depth) kind, int width, int height) => Join(kind, width, height, [], bytes => new byte[bytes], _ => 0);

    // Any bytes are a valid filtered row: noise under a filter is another picture.
    private static byte[] Join((int Type, int Depth) kind, int width, int height, byte[] before, Func<int, byte[]> row, Func<int, int> filter)
    {
        using var packed = new MemoryStream();
        using (var data = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            foreach (var (x, y, stepX, stepY) in ((int, int, int, int)[])[(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)])
            {
                var columns = (width - x + stepX - 1) / stepX;
                for (var at = y; columns > 0 && at < height; at += stepY)
                {
                    data.WriteByte((byte)filter(5));
                    data.Write(row(((columns * Channels[kind.Type] * kind.Depth) + 7) / 8));
                }
            }
        }

        return Bytes.Join(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            Bytes.PngChunk("IHDR", [.. Bytes.BigEndian((uint)width), .. Bytes.BigEndian((uint)height), (byte)kind.Depth, (byte)kind.Type, 0, 0, 1]),
            before,
            Bytes.PngChunk("IDAT", packed.ToArray()),
            Bytes.PngChunk("IEND"));
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
