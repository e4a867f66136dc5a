using System.Runtime.InteropServices;

namespace Ocr.Recognition.Inference;

/// <summary>
/// Keeps large native blocks out of the C library's heaps. glibc maps a large block by itself and gives it back when it is freed, but raises the
/// size from which it does so to that of the largest block freed so far, up to 32 MB: from then on the sessions' buffers lie in its heaps, where
/// a small block behind them keeps them for ever. A threshold that was set stays (<c>benchmarks/soak/README.md</c>).
/// </summary>
internal static partial class NativeHeap
{
    // malloc.h of glibc.
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;

    // Smaller ones are asked for again and again by every receipt: mapping them anew cost three quarters more processor time.
    private const int Large = 4 << 20;
    private const int KeptAtTop = 64 << 20;

    /// <summary>Called before the first session is made. Does nothing where the C library is another one.</summary>
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
        }
        catch (EntryPointNotFoundException)
        {
            // musl has no such options, nor such heaps.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
