using System.Buffers;
using System.Runtime.InteropServices;

namespace Ocr.Recognition.Imaging;

/// <summary>
/// An 8-bit gray image in rows of <see cref="Width"/> bytes. Dispose it exactly once. Small planes come from a pool. Larger ones use native memory:
/// a pool would keep one of each size per thread.
/// </summary>
internal sealed unsafe class GrayPlane : IDisposable
{
    /// <summary>Pixels of the largest usual plane; a phone's screenshot has 2.6 million.</summary>
    public const int LargestUsual = 4 * 1024 * 1024;

    private const int LargestPooled = 1024 * 1024;

    private byte[]? _buffer;
    private void* _memory;
    private int _disposed;

    public GrayPlane(int width, int height)
    {
        Width = width;
        Height = height;
        var length = checked(width * height);
        if (length <= LargestPooled)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(length);
            GC.SuppressFinalize(this);
        }
        else
        {
            _memory = NativeMemory.Alloc((nuint)length);
            GC.AddMemoryPressure(length);
        }
    }

    ~GrayPlane() => Free();

    public int Width { get; }

    public int Height { get; }

    /// <summary>Blocks whose edges are hardly visible in gray; empty when the image was not examined or has none.</summary>
    public IReadOnlyList<ColorEdgeBlock> ColorEdges { get; set; } = [];

    /// <summary>All pixels; 0 is black. Not cleared on construction.</summary>
    public Span<byte> Pixels =>
        _buffer is { } buffer ? buffer.AsSpan(0, Width * Height)
        : _memory is not null ? new Span<byte>(_memory, Width * Height)
        : throw new ObjectDisposedException(nameof(GrayPlane));

    public Span<byte> Row(int y) => Pixels.Slice(y * Width, Width);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            return;
        }

        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_memory is not null)
        {
            NativeMemory.Free(_memory);
            _memory = null;
            GC.RemoveMemoryPressure((long)Width * Height);
        }
    }
}
