using System.Runtime.CompilerServices;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// Saves the blocks of a row whose pixels are the same as the pixel before them, because nothing changes within their windows. On a screenshot these are more
/// than half of the blocks of the first layers.
/// </summary>
internal static unsafe class RepeatedPixels
{
    /// <summary>Finds the blocks that must be computed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="channels">Channels of the input.</param>
    /// <param name="width">Pixels of the output.</param>
    /// <param name="blocks">Gets the first pixels of these blocks, in order.</param>
    /// <returns>Number of these blocks, at least one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Split(in ConvolutionRow row, int channels, int width, int* blocks)
    {
        // The windows of a block and of the pixel before it, less one pixel, which are compared with the same bytes one pixel further.
        var bytes = (ConvolutionKernel.Block * row.PixelStep) + (row.Groups * ConvolutionKernel.GroupBytes) - channels;
        var count = 0;
        for (var x = 0; x < width; x += ConvolutionKernel.Block)
        {
            if (x == 0 || x + ConvolutionKernel.Block > width || !Repeats(row, x, bytes, channels))
            {
                blocks[count++] = x;
            }
        }

        return count;
    }

    /// <summary>Fills the other blocks of a row of the output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="y">The row.</param>
    /// <param name="blocks">The blocks that were computed.</param>
    /// <param name="count">Their number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(FeatureMap output, int y, int* blocks, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var from = blocks[i] + ConvolutionKernel.Block;
            var to = i + 1 < count ? blocks[i + 1] : output.Size.Width;
            for (var x = from; x < to; x++)
            {
                Unsafe.CopyBlockUnaligned(output.At(y, x), output.At(y, from - 1), (uint)output.Channels);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Repeats(in ConvolutionRow row, int x, int bytes, int channels)
    {
        var before = row.Input + ((long)(x - 1) * row.PixelStep);
        for (var y = 0; y < row.KernelRows; y++, before += row.Pitch)
        {
            if (!Repeats(before, bytes, channels))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether bytes of a row are the same one pixel further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Repeats(byte* from, int bytes, int channels) =>
        new ReadOnlySpan<byte>(from, bytes).SequenceEqual(new ReadOnlySpan<byte>(from + channels, bytes));
}
