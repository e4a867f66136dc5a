using System.Buffers;

namespace Ocr.Recognition.Imaging;

/// <summary>An 8-bit colour image in rows of <see cref="Width"/> pixels, on a pooled buffer: dispose of it exactly once.</summary>
internal sealed class ColourPlane : IDisposable
{
    private uint[]? _buffer;

    public ColourPlane(int width, int height)
    {
        Width = width;
        Height = height;
        _buffer = ArrayPool<uint>.Shared.Rent(checked(width * height));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All pixels, from the lowest byte up: red, green, blue, and one that means nothing. Not cleared on construction.</summary>
    public Span<uint> Pixels =>
        (_buffer ?? throw new ObjectDisposedException(nameof(ColourPlane))).AsSpan(0, Width * Height);

    public Span<uint> Row(int y) => Pixels.Slice(y * Width, Width);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<uint>.Shared.Return(buffer);
        }
    }
}
