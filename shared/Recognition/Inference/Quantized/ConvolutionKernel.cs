using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// Convolves blocks of one row. The sums of several pixels and 16 channels stay in registers, and no window is copied. A block has as many pixels as the
/// registers of the instruction set allow. All variants give the same sums.
/// </summary>
internal static unsafe class ConvolutionKernel
{
    /// <summary>Largest number of pixels of a block.</summary>
    public const int MaxBlock = 6;

    /// <summary>Bytes of a group: what one product of <see cref="IDotProduct"/> adds.</summary>
    public const int GroupBytes = 4;

    private const int WeightBytes = FeatureMap.ChannelBlock * GroupBytes;

    /// <summary>Whether this processor has one of the instruction sets.</summary>
    public static bool IsSupported => Avx2.IsSupported && Fma.IsSupported;

    /// <summary>Pixels of a block with the best instruction set.</summary>
    public static int Block => AvxVnni.IsSupported || Avx512BW.IsSupported ? 6 : 4;

    /// <summary>Convolves a row with the best instruction set.</summary>
    public static void Run<TRow>(in ConvolutionRow row, in TRow store)
        where TRow : struct, IRowStore
    {
        for (var channel = 0; channel < row.Channels; channel += FeatureMap.ChannelBlock)
        {
            if (AvxVnni.IsSupported)
            {
                BlocksOfSix<VnniProduct, TRow>(row, store, channel);
            }
            else if (Avx512BW.IsSupported)
            {
                WideBlocks(row, store, channel);
            }
            else
            {
                BlocksOfFour<PairwiseProduct, TRow>(row, store, channel);
            }
        }
    }

    /// <summary>Six pixels and 16 channels: twelve sums, two weights and one value are 15 of 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BlocksOfSix<TProduct, TRow>(in ConvolutionRow row, in TRow store, int channel)
        where TProduct : struct, IDotProduct
        where TRow : struct, IRowStore
    {
        var (step, groups) = (row.PixelStep, row.Groups);
        var weights = row.Weights + (channel / FeatureMap.ChannelBlock * row.KernelRows * groups * WeightBytes);
        for (var block = 0; block < row.BlockCount; block++)
        {
            var x = row.Blocks[block];
            Vector256<int> a0 = Vector256.Load(row.Bias + channel), b0 = Vector256.Load(row.Bias + channel + 8);
            Vector256<int> a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0;
            var weight = weights;
            for (var y = 0; y < row.KernelRows; y++)
            {
                var left = row.Input + ((long)y * row.Pitch) + ((long)x * step);
                var right = left + (3 * step);
                for (var i = 0; i < groups; i++, left += GroupBytes, right += GroupBytes, weight += WeightBytes)
                {
                    Vector256<sbyte> low = Vector256.Load(weight), high = Vector256.Load(weight + 32);
                    Add<TProduct>(ref a0, ref b0, left, low, high);
                    Add<TProduct>(ref a1, ref b1, left + step, low, high);
                    Add<TProduct>(ref a2, ref b2, left + (2 * step), low, high);
                    Add<TProduct>(ref a3, ref b3, right, low, high);
                    Add<TProduct>(ref a4, ref b4, right + step, low, high);
                    Add<TProduct>(ref a5, ref b5, right + (2 * step), low, high);
                }
            }

            store.Store(x, channel, a0, b0);
            store.Store(x + 1, channel, a1, b1);
            store.Store(x + 2, channel, a2, b2);
            store.Store(x + 3, channel, a3, b3);
            store.Store(x + 4, channel, a4, b4);
            store.Store(x + 5, channel, a5, b5);
        }
    }

    /// <summary>Four pixels and 16 channels: eight sums, two weights, one value, one product and ones are 13 of 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BlocksOfFour<TProduct, TRow>(in ConvolutionRow row, in TRow store, int channel)
        where TProduct : struct, IDotProduct
        where TRow : struct, IRowStore
    {
        var (step, groups) = (row.PixelStep, row.Groups);
        var weights = row.Weights + (channel / FeatureMap.ChannelBlock * row.KernelRows * groups * WeightBytes);
        for (var block = 0; block < row.BlockCount; block++)
        {
            var x = row.Blocks[block];
            Vector256<int> a0 = Vector256.Load(row.Bias + channel), b0 = Vector256.Load(row.Bias + channel + 8);
            Vector256<int> a1 = a0, a2 = a0, a3 = a0, b1 = b0, b2 = b0, b3 = b0;
            var weight = weights;
            for (var y = 0; y < row.KernelRows; y++)
            {
                var left = row.Input + ((long)y * row.Pitch) + ((long)x * step);
                var right = left + (3 * step);
                for (var i = 0; i < groups; i++, left += GroupBytes, right += GroupBytes, weight += WeightBytes)
                {
                    Vector256<sbyte> low = Vector256.Load(weight), high = Vector256.Load(weight + 32);
                    Add<TProduct>(ref a0, ref b0, left, low, high);
                    Add<TProduct>(ref a1, ref b1, left + step, low, high);
                    Add<TProduct>(ref a2, ref b2, left + (2 * step), low, high);
                    Add<TProduct>(ref a3, ref b3, right, low, high);
                }
            }

            store.Store(x, channel, a0, b0);
            store.Store(x + 1, channel, a1, b1);
            store.Store(x + 2, channel, a2, b2);
            store.Store(x + 3, channel, a3, b3);
        }
    }

    /// <summary>Six pixels and 16 channels in registers of 512 bits, without VNNI.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WideBlocks<TRow>(in ConvolutionRow row, in TRow store, int channel)
        where TRow : struct, IRowStore
    {
        var (step, groups) = (row.PixelStep, row.Groups);
        var weights = row.Weights + (channel / FeatureMap.ChannelBlock * row.KernelRows * groups * WeightBytes);
        for (var block = 0; block < row.BlockCount; block++)
        {
            var x = row.Blocks[block];
            var s0 = Vector512.Load(row.Bias + channel);
            Vector512<int> s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
            var weight = weights;
            for (var y = 0; y < row.KernelRows; y++)
            {
                var left = row.Input + ((long)y * row.Pitch) + ((long)x * step);
                var right = left + (3 * step);
                for (var i = 0; i < groups; i++, left += GroupBytes, right += GroupBytes, weight += WeightBytes)
                {
                    var all = Vector512.Load(weight);
                    s0 = AddWide(s0, left, all);
                    s1 = AddWide(s1, left + step, all);
                    s2 = AddWide(s2, left + (2 * step), all);
                    s3 = AddWide(s3, right, all);
                    s4 = AddWide(s4, right + step, all);
                    s5 = AddWide(s5, right + (2 * step), all);
                }
            }

            store.Store(x, channel, s0.GetLower(), s0.GetUpper());
            store.Store(x + 1, channel, s1.GetLower(), s1.GetUpper());
            store.Store(x + 2, channel, s2.GetLower(), s2.GetUpper());
            store.Store(x + 3, channel, s3.GetLower(), s3.GetUpper());
            store.Store(x + 4, channel, s4.GetLower(), s4.GetUpper());
            store.Store(x + 5, channel, s5.GetLower(), s5.GetUpper());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TProduct>(ref Vector256<int> low, ref Vector256<int> high, byte* group, Vector256<sbyte> lowWeights, Vector256<sbyte> highWeights)
        where TProduct : struct, IDotProduct
    {
        var values = Vector256.Create(*(int*)group).AsByte();
        low = TProduct.Add(low, values, lowWeights);
        high = TProduct.Add(high, values, highWeights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> AddWide(Vector512<int> sum, byte* group, Vector512<sbyte> weights) => sum + Avx512BW.MultiplyAddAdjacent(
        Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)group).AsByte(), weights), Vector512<short>.One);
}
