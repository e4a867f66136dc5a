using System.Buffers;
using System.Runtime.InteropServices;

namespace Ocr.Recognition.Imaging;

/// <summary>An 8-bit color image in rows of <see cref="Width"/> pixels, on a pooled buffer. Dispose it exactly once.</summary>
internal sealed class ColorPlane : IDisposable
{
    private uint[]? _buffer;

    public ColorPlane(int width, int height)
    {
        Width = width;
        Height = height;
        _buffer = ArrayPool<uint>.Shared.Rent(checked(width * height));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All pixels; from the lowest byte: red, green, blue, unused. Not cleared on construction.</summary>
    public Span<uint> Pixels =>
        (_buffer ?? throw new ObjectDisposedException(nameof(ColorPlane))).AsSpan(0, Width * Height);

    public Span<uint> Row(int y) => Pixels.Slice(y * Width, Width);

    /// <summary>Returns one channel as a gray plane.</summary>
    /// <param name="channel">0 red, 1 green, 2 blue.</param>
    public GrayPlane Channel(int channel)
    {
        var plane = new GrayPlane(Width, Height);
        var source = MemoryMarshal.AsBytes(Pixels);
        var target = plane.Pixels;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = source[(4 * i) + channel];
        }

        return plane;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<uint>.Shared.Return(buffer);
        }
    }
}
