namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The unit of the processor's caches, to which memory is aligned.</summary>
internal static class CacheLine
{
    /// <summary>Its length.</summary>
    public const int Bytes = 64;

    /// <summary>Rounds up to whole lines.</summary>
    public static long RoundUp(long bytes) => (bytes + Bytes - 1) / Bytes * Bytes;
}
