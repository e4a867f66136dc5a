using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// The activations of a layer: bytes, [height, width, channels], with a border of one pixel that has the value 0. A row has room for a block of
/// <see cref="ConvolutionKernel"/> that begins at its last pixel.
/// </summary>
internal readonly unsafe struct FeatureMap
{
    /// <summary>Channels that are computed together. The number of channels of a map is a multiple of it.</summary>
    public const int ChannelBlock = 16;

    private const int Border = 1;

    // Pixels that a block may write after the last one of a row, and their border.
    private const int Room = ConvolutionKernel.MaxBlock + (2 * Border);

    // Pixels that the window of such a block may read after the last row.
    private const int Overrun = 4 * ConvolutionKernel.MaxBlock;

    private readonly byte* _memory;
    private readonly byte _zero;

    /// <param name="memory">At least <see cref="Bytes"/>, aligned to 64.</param>
    /// <param name="size">Height and width without the border.</param>
    /// <param name="channels">Multiple of 16.</param>
    /// <param name="quantization">The meaning of the bytes.</param>
    public FeatureMap(byte* memory, MapSize size, int channels, Quantization quantization)
    {
        _memory = memory;
        _zero = quantization.ZeroPoint;
        (Size, Channels, Pitch) = (size, channels, (size.Width + Room) * channels);
    }

    public MapSize Size { get; }

    public int Channels { get; }

    /// <summary>Bytes from a row to the next.</summary>
    public int Pitch { get; }

    /// <summary>Bytes of a map.</summary>
    public static long Bytes(MapSize size, int channels) =>
        (((long)(size.Height + (2 * Border)) * (size.Width + Room)) + Overrun) * channels;

    /// <summary>The pixel (<paramref name="y"/>, <paramref name="x"/>), both from -1 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* At(int y, int x) => _memory + ((long)(y + Border) * Pitch) + ((x + Border) * Channels);

    /// <summary>Writes the border. Must be called before the first row is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ClearBorder()
    {
        Fill(-1, -1, Size.Width + Room);
        Fill(Size.Height, -1, Size.Width + Room);
        for (var y = 0; y < Size.Height; y++)
        {
            Fill(y, -1, 1);
            CloseRow(y);
        }
    }

    /// <summary>Writes the border behind all rows again.</summary>
    public void CloseRows()
    {
        for (var y = 0; y < Size.Height; y++)
        {
            CloseRow(y);
        }
    }

    /// <summary>Writes the border behind a row again, where a block may have written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CloseRow(int y) => Fill(y, Size.Width, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fill(int y, int x, int pixels)
    {
        // Most fills are one pixel, for which Span.Fill is slow.
        var zero = Vector128.Create(_zero);
        var to = At(y, x);
        for (var end = to + (pixels * Channels); to < end; to += ChannelBlock)
        {
            zero.Store(to);
        }
    }
}
