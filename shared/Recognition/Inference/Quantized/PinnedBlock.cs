namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Memory that the garbage collector does not move, aligned to a line of the cache. The pointer is valid as long as the block is referenced.</summary>
internal sealed unsafe class PinnedBlock
{
    private readonly byte[] _memory;

    /// <param name="bytes">Its length.</param>
    public PinnedBlock(int bytes)
    {
        _memory = GC.AllocateUninitializedArray<byte>(bytes + CacheLine.Bytes, pinned: true);
        fixed (byte* start = _memory)
        {
            Pointer = (byte*)CacheLine.RoundUp((long)start);
        }

        Length = bytes;
    }

    public byte* Pointer { get; }

    public int Length { get; }
}
