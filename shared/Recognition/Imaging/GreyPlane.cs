using System.Buffers;

namespace Ocr.Recognition.Imaging;

/// <summary>An 8-bit grey image in rows of <see cref="Width"/> bytes, on a pooled buffer: dispose of it exactly once.</summary>
internal sealed class GreyPlane : IDisposable
{
    private byte[]? _buffer;

    public GreyPlane(int width, int height)
    {
        Width = width;
        Height = height;
        _buffer = ArrayPool<byte>.Shared.Rent(checked(width * height));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>All pixels; 0 is black. Not cleared on construction.</summary>
    public Span<byte> Pixels =>
        (_buffer ?? throw new ObjectDisposedException(nameof(GreyPlane))).AsSpan(0, Width * Height);

    public Span<byte> Row(int y) => Pixels.Slice(y * Width, Width);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
