using System.Buffers.Binary;
using Ocr.Images;

namespace Ocr.Recognition.Imaging;

/// <summary>Storage format of a PNG's pixels, and their conversion to color.</summary>
internal sealed class PngPixels
{
    private const int Gray = 0, Truecolor = 2, Indexed = 3, GrayAlpha = 4, TruecolorAlpha = 6;

    private readonly int _depth;
    private readonly int _type;
    private readonly int _channels;
    private readonly uint[] _palette;
    private readonly ushort[]? _transparent;

    private PngPixels(ReadOnlySpan<byte> header, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        (_depth, _type) = (header[8], header[9]);
        _channels = _type switch { Gray or Indexed => 1, GrayAlpha => 2, Truecolor => 3, TruecolorAlpha => 4, _ => throw Damaged() };
        var depths = _type switch { Gray => (int[])[1, 2, 4, 8, 16], Indexed => [1, 2, 4, 8], _ => [8, 16] };
        if (!depths.Contains(_depth) || (_type == Indexed && palette.Length < 3))
        {
            throw Damaged();
        }

        _palette = _type == Indexed ? Colors(palette, transparency) : [];
        _transparent = _type is Gray or Truecolor && transparency.Length >= 2 * _channels ? Samples(transparency, _channels) : null;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Distance to the corresponding byte of the pixel on the left, bytes.</summary>
    public int FilterStep => Math.Max(1, _channels * _depth / 8);

    /// <summary>Reads the chunks before the pixel data.</summary>
    /// <param name="image">A PNG whose header was checked.</param>
    /// <exception cref="ImageErrorException">The storage format is invalid.</exception>
    public static PngPixels Read(ReadOnlyMemory<byte> image)
    {
        ReadOnlyMemory<byte> palette = default, transparency = default;
        foreach (var (name, content, _) in PngChunks.From(image, ImageHeaderReader.PngSignature.Length))
        {
            if (name == PngChunks.Data)
            {
                break;
            }

            palette = name == PngChunks.Palette ? content : palette;
            transparency = name == PngChunks.Transparency ? content : transparency;
        }

        return new PngPixels(image.Span[(ImageHeaderReader.PngSignature.Length + 8)..], palette.Span, transparency.Span);
    }

    /// <summary>Returns the number of bytes of a row.</summary>
    /// <param name="width">Pixels of the row.</param>
    public int RowBytes(int width) => checked((int)((((long)width * _channels * _depth) + 7) / 8));

    /// <summary>Converts a row to premultiplied RGBA of 8 bits; of 16-bit samples the high byte is used, as in the codec.</summary>
    /// <param name="row">A restored row.</param>
    /// <param name="rgba">4 bytes per pixel.</param>
    public void ToPremultiplied(ReadOnlySpan<byte> row, Span<byte> rgba)
    {
        for (int x = 0, at = 0; at < rgba.Length; x++, at += 4)
        {
            var (red, green, blue, alpha) = Pixel(row, x);
            rgba[at] = Premultiply(red, alpha);
            rgba[at + 1] = Premultiply(green, alpha);
            rgba[at + 2] = Premultiply(blue, alpha);
            rgba[at + 3] = alpha;
        }
    }

    private (byte Red, byte Green, byte Blue, byte Alpha) Pixel(ReadOnlySpan<byte> row, int x)
    {
        if (_type == Indexed)
        {
            // An index without a color is black, as in the codec.
            var index = Sample(row, x);
            var color = index < _palette.Length ? _palette[index] : 0xFF000000;
            return ((byte)color, (byte)(color >> 8), (byte)(color >> 16), (byte)(color >> 24));
        }

        var first = x * _channels;
        var red = Byte(row, first);
        var (green, blue) = _channels >= 3 ? (Byte(row, first + 1), Byte(row, first + 2)) : (red, red);
        return (red, green, blue, _channels is 2 or 4 ? Byte(row, first + _channels - 1) : IsTransparent(row, first) ? (byte)0 : (byte)255);
    }

    private bool IsTransparent(ReadOnlySpan<byte> row, int first)
    {
        for (var channel = 0; _transparent is not null && channel < _channels; channel++)
        {
            if (Sample(row, first + channel) != _transparent[channel])
            {
                return false;
            }
        }

        return _transparent is not null;
    }

    private byte Byte(ReadOnlySpan<byte> row, int index) => _depth switch
    {
        16 => row[index * 2],
        8 => row[index],
        _ => (byte)(Sample(row, index) * 255 / ((1 << _depth) - 1)),
    };

    private int Sample(ReadOnlySpan<byte> row, int index) => _depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]),
        8 => row[index],
        _ => (row[index * _depth / 8] >> (8 - _depth - (index * _depth % 8))) & ((1 << _depth) - 1),
    };

    private static byte Premultiply(byte value, byte alpha)
    {
        var product = (value * alpha) + 128;
        return (byte)((product + (product >> 8)) >> 8);
    }

    private static uint[] Colors(ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        var colors = new uint[palette.Length / 3];
        for (var index = 0; index < colors.Length; index++)
        {
            var rgb = palette.Slice(index * 3, 3);
            var alpha = index < transparency.Length ? transparency[index] : (byte)255;
            colors[index] = rgb[0] | ((uint)rgb[1] << 8) | ((uint)rgb[2] << 16) | ((uint)alpha << 24);
        }

        return colors;
    }

    private static ushort[] Samples(ReadOnlySpan<byte> bytes, int count)
    {
        var samples = new ushort[count];
        for (var index = 0; index < count; index++)
        {
            samples[index] = BinaryPrimitives.ReadUInt16BigEndian(bytes[(index * 2)..]);
        }

        return samples;
    }

    private static ImageErrorException Damaged() => new(ImageError.Undecodable, "No PNG has pixels of this kind.");
}
