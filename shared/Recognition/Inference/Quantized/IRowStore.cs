using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Where a convolution stores the sums of one row.</summary>
internal interface IRowStore
{
    /// <summary>Stores 16 sums of a pixel.</summary>
    /// <param name="pixel">Its column; may lie behind the last one by less than a block.</param>
    /// <param name="channel">The first of 16 channels.</param>
    /// <param name="low">Sums of the first eight channels.</param>
    /// <param name="high">Sums of the others.</param>
    void Store(int pixel, int channel, Vector256<int> low, Vector256<int> high);
}

/// <summary>Stores bytes in a feature map.</summary>
internal readonly unsafe struct ByteRow(byte* row, int channels, float* scales, Requantizer requantizer) : IRowStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int pixel, int channel, Vector256<int> low, Vector256<int> high) => requantizer.Store(
        row + (pixel * channels) + channel,
        Avx.ConvertToVector256Single(low) * Vector256.Load(scales + channel),
        Avx.ConvertToVector256Single(high) * Vector256.Load(scales + channel + 8));
}

/// <summary>Stores real numbers, [pixel, channel].</summary>
internal readonly unsafe struct RealRow(float* row, int pixels, int channels, float* scales) : IRowStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int pixel, int channel, Vector256<int> low, Vector256<int> high)
    {
        if (pixel < pixels)
        {
            var to = row + (pixel * channels) + channel;
            (Avx.ConvertToVector256Single(low) * Vector256.Load(scales + channel)).Store(to);
            (Avx.ConvertToVector256Single(high) * Vector256.Load(scales + channel + 8)).Store(to + 8);
        }
    }
}
