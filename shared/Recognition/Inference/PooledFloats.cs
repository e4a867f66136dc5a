using System.Buffers;

namespace Ocr.Recognition.Inference;

/// <summary>A rented tensor buffer. Without the pool, every page would allocate on the large object heap.</summary>
internal readonly struct PooledFloats : IDisposable
{
    private readonly float[] _buffer;
    private readonly int _length;

    public PooledFloats(int length)
    {
        _buffer = ArrayPool<float>.Shared.Rent(length);
        _length = length;
    }

    public Memory<float> Memory => _buffer.AsMemory(0, _length);

    public Span<float> Span => _buffer.AsSpan(0, _length);

    public void Dispose() => ArrayPool<float>.Shared.Return(_buffer);
}
