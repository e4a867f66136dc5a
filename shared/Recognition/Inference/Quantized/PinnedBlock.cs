namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Memory that the garbage collector does not move, aligned to a line of the cache. The pointer is valid as long as the block is referenced.</summary>
internal sealed unsafe class PinnedBlock
{
    private const int Line = 64;

    private readonly byte[] _memory;

    /// <param name="bytes">Its length.</param>
    public PinnedBlock(int bytes)
    {
        _memory = GC.AllocateUninitializedArray<byte>(bytes + Line, pinned: true);
        fixed (byte* start = _memory)
        {
            Pointer = (byte*)Align((long)start);
        }

        Length = bytes;
    }

    public byte* Pointer { get; }

    public int Length { get; }

    /// <summary>Rounds up to a line.</summary>
    public static long Align(long bytes) => (bytes + Line - 1) / Line * Line;
}
