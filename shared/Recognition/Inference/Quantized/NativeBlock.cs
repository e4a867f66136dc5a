using System.Runtime.InteropServices;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Native memory, aligned to a line of the cache. It returns to the system when it is disposed of, not at a collection of garbage.</summary>
internal sealed unsafe class NativeBlock : SafeHandle
{
    /// <param name="bytes">Its length.</param>
    public NativeBlock(int bytes)
        : base(0, ownsHandle: true)
    {
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)bytes, CacheLine.Bytes));
        Length = bytes;
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Valid until the block is disposed of.</summary>
    public byte* Pointer => (byte*)handle;

    public int Length { get; }

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
