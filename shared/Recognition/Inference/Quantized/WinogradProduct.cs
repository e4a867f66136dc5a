using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Multiplies transformed tiles with the weights of a block of 16 channels. Both variants give the same sums, modulo 2³².</summary>
internal static unsafe class WinogradProduct
{
    /// <summary>Tiles that are multiplied together. Their sums stay in registers.</summary>
    public const int Tiles = 4;

    // One pair of weights of each of 16 channels.
    private const int PairLength = 2 * FeatureMap.ChannelBlock;

    /// <summary>Multiplies with the best instruction set.</summary>
    /// <param name="operands">The tiles and weights.</param>
    /// <param name="blocks">Blocks of 16 channels: 1 or 2.</param>
    public static void Run(in WinogradOperands operands, int blocks)
    {
        if (!Avx512BW.IsSupported)
        {
            for (var block = 0; block < blocks; block++)
            {
                Narrow(operands, block);
            }
        }
        else if (blocks == 2)
        {
            WidePair(operands);
        }
        else
        {
            Wide(operands);
        }
    }

    /// <summary>Registers of 256 bits, a block: six sums, two weights, one value and one product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(in WinogradOperands operands, int block)
    {
        var (shape, sumLength, tileLength) = (operands.Shape, operands.Shape.SumLength, operands.Shape.TileLength);
        nint terms = shape.Terms;
        var weights = operands.Weights + (block * operands.BlockLength);
        for (var position = 0; position < shape.Positions; position++, weights += shape.Terms * FeatureMap.ChannelBlock)
        {
            var tile = operands.Tiles + (position * shape.Terms);
            var sums = operands.Sums(block) + (position * FeatureMap.ChannelBlock);
            for (var i = 0; i < operands.Count; i += Tiles, tile += Tiles * shape.TileLength, sums += Tiles * sumLength)
            {
                Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
                short* t0 = tile, t1 = t0 + tileLength, t2 = t1 + tileLength, t3 = t2 + tileLength, weight = weights;
                for (nint term = 0; term < terms; term += 2, weight += PairLength)
                {
                    Vector256<short> low = Vector256.Load(weight), high = Vector256.Load(weight + (PairLength / 2));
                    Add(ref a0, ref b0, t0 + term, low, high);
                    Add(ref a1, ref b1, t1 + term, low, high);
                    Add(ref a2, ref b2, t2 + term, low, high);
                    Add(ref a3, ref b3, t3 + term, low, high);
                }

                Store(a0, b0, sums);
                Store(a1, b1, sums + sumLength);
                Store(a2, b2, sums + (2 * sumLength));
                Store(a3, b3, sums + (3 * sumLength));
            }
        }
    }

    /// <summary>Registers of 512 bits, one block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(in WinogradOperands operands)
    {
        var (shape, sumLength, tileLength) = (operands.Shape, operands.Shape.SumLength, operands.Shape.TileLength);
        nint terms = shape.Terms;
        var weights = operands.Weights;
        for (var position = 0; position < shape.Positions; position++, weights += shape.Terms * FeatureMap.ChannelBlock)
        {
            var tile = operands.Tiles + (position * shape.Terms);
            var sums = operands.Sums(0) + (position * FeatureMap.ChannelBlock);
            for (var i = 0; i < operands.Count; i += Tiles, tile += Tiles * shape.TileLength, sums += Tiles * sumLength)
            {
                Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default;
                short* t0 = tile, t1 = t0 + tileLength, t2 = t1 + tileLength, t3 = t2 + tileLength, weight = weights;
                for (nint term = 0; term < terms; term += 2, weight += PairLength)
                {
                    var all = Vector512.Load(weight);
                    s0 += Avx512BW.MultiplyAddAdjacent(Pair(t0 + term), all);
                    s1 += Avx512BW.MultiplyAddAdjacent(Pair(t1 + term), all);
                    s2 += Avx512BW.MultiplyAddAdjacent(Pair(t2 + term), all);
                    s3 += Avx512BW.MultiplyAddAdjacent(Pair(t3 + term), all);
                }

                s0.Store(sums);
                s1.Store(sums + sumLength);
                s2.Store(sums + (2 * sumLength));
                s3.Store(sums + (3 * sumLength));
            }
        }
    }

    /// <summary>Registers of 512 bits, two blocks, so that fewer values are loaded than multiplied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WidePair(in WinogradOperands operands)
    {
        var (shape, sumLength, tileLength) = (operands.Shape, operands.Shape.SumLength, operands.Shape.TileLength);
        nint terms = shape.Terms;
        var (blockLength, blockSums) = (operands.BlockLength, operands.Sums(1) - operands.Sums(0));
        var weights = operands.Weights;
        for (var position = 0; position < shape.Positions; position++, weights += shape.Terms * FeatureMap.ChannelBlock)
        {
            var tile = operands.Tiles + (position * shape.Terms);
            var sums = operands.Sums(0) + (position * FeatureMap.ChannelBlock);
            for (var i = 0; i < operands.Count; i += Tiles, tile += Tiles * shape.TileLength, sums += Tiles * sumLength)
            {
                Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
                short* t0 = tile, t1 = t0 + tileLength, t2 = t1 + tileLength, t3 = t2 + tileLength, weight = weights;
                for (nint term = 0; term < terms; term += 2, weight += PairLength)
                {
                    Vector512<short> first = Vector512.Load(weight), second = Vector512.Load(weight + blockLength);
                    AddWide(ref a0, ref b0, t0 + term, first, second);
                    AddWide(ref a1, ref b1, t1 + term, first, second);
                    AddWide(ref a2, ref b2, t2 + term, first, second);
                    AddWide(ref a3, ref b3, t3 + term, first, second);
                }

                a0.Store(sums);
                a1.Store(sums + sumLength);
                a2.Store(sums + (2 * sumLength));
                a3.Store(sums + (3 * sumLength));
                b0.Store(sums + blockSums);
                b1.Store(sums + blockSums + sumLength);
                b2.Store(sums + blockSums + (2 * sumLength));
                b3.Store(sums + blockSums + (3 * sumLength));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector256<int> low, ref Vector256<int> high, short* pair, Vector256<short> lowWeights, Vector256<short> highWeights)
    {
        var values = Vector256.Create(*(int*)pair).AsInt16();
        low += Avx2.MultiplyAddAdjacent(values, lowWeights);
        high += Avx2.MultiplyAddAdjacent(values, highWeights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWide(ref Vector512<int> first, ref Vector512<int> second, short* pair, Vector512<short> firstWeights, Vector512<short> secondWeights)
    {
        var values = Pair(pair);
        first += Avx512BW.MultiplyAddAdjacent(values, firstWeights);
        second += Avx512BW.MultiplyAddAdjacent(values, secondWeights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair(short* pair) => Vector512.Create(*(int*)pair).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, int* to)
    {
        low.Store(to);
        high.Store(to + Vector256<int>.Count);
    }
}
