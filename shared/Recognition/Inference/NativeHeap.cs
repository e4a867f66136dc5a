using System.Runtime.InteropServices;

namespace Ocr.Recognition.Inference;

/// <summary>
/// Keeps large native blocks out of the C library's heaps. glibc maps a large block separately and returns it when it is freed, but raises the
/// size threshold for this to the largest block freed so far, up to 32 MB. From then on the sessions' buffers are allocated in its heaps, where
/// a small block after them prevents their release. An explicitly set threshold is not raised (<c>benchmarks/soak/README.md</c>).
/// </summary>
internal static partial class NativeHeap
{
    // Constants of glibc's malloc.h.
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;
    private const int MaxHeaps = -8;

    // Every receipt allocates smaller blocks repeatedly: mapping them each time cost 75 % more processor time.
    private const int Large = 4 << 20;
    private const int KeptAtTop = 64 << 20;

    // glibc creates up to eight heaps per core, each of which keeps freed memory.
    private const int Heaps = 2;

    /// <summary>Must be called before the first session is created. Does nothing with another C library.</summary>
    public static void KeepLargeBlocksOut()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetOption(MmapThreshold, Large);
            _ = SetOption(TrimThreshold, KeptAtTop);
            _ = SetOption(MaxHeaps, Heaps);
        }
        catch (EntryPointNotFoundException)
        {
            // musl has neither this option nor such heaps.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
