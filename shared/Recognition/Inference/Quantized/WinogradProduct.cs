using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Multiplies transformed tiles with the weights of one position. All variants give the same sums, modulo 2³².</summary>
internal static unsafe class WinogradProduct
{
    /// <summary>Tiles that are multiplied together. Their sums stay in registers.</summary>
    public const int Tiles = 4;

    // One weight pair of each of 16 channels.
    private const int PairLength = 2 * FeatureMap.ChannelBlock;

    /// <summary>Multiplies with the best instruction set.</summary>
    /// <param name="tiles">The terms of the position in the first tile.</param>
    /// <param name="tileLength">Numbers from a tile to the next.</param>
    /// <param name="terms">Terms of a sum, an even number.</param>
    /// <param name="weights">[pair of terms, channel, term of the pair].</param>
    /// <param name="sums">Gets the sums of 16 channels of the first tile.</param>
    /// <param name="sumLength">Numbers from the sums of a tile to those of the next.</param>
    public static void Run(short* tiles, int tileLength, int terms, short* weights, int* sums, int sumLength)
    {
        if (Avx512BW.IsSupported)
        {
            Wide(tiles, tileLength, terms, weights, sums, sumLength);
        }
        else if (AvxVnni.IsSupported)
        {
            Narrow<VnniPairProduct>(tiles, tileLength, terms, weights, sums, sumLength);
        }
        else
        {
            Narrow<PairProduct>(tiles, tileLength, terms, weights, sums, sumLength);
        }
    }

    /// <summary>Registers of 256 bits: eight sums, two weights, one value and one product are 12 of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow<TProduct>(short* tiles, int tileLength, int terms, short* weights, int* sums, int sumLength)
        where TProduct : struct, IPairProduct
    {
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        short* t0 = tiles, t1 = t0 + tileLength, t2 = t1 + tileLength, t3 = t2 + tileLength;
        for (var term = 0; term < terms; term += 2, weights += PairLength)
        {
            Vector256<short> low = Vector256.Load(weights), high = Vector256.Load(weights + (PairLength / 2));
            Add<TProduct>(ref a0, ref b0, t0 + term, low, high);
            Add<TProduct>(ref a1, ref b1, t1 + term, low, high);
            Add<TProduct>(ref a2, ref b2, t2 + term, low, high);
            Add<TProduct>(ref a3, ref b3, t3 + term, low, high);
        }

        Store(a0, b0, sums);
        Store(a1, b1, sums + sumLength);
        Store(a2, b2, sums + (2 * sumLength));
        Store(a3, b3, sums + (3 * sumLength));
    }

    /// <summary>Registers of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Wide(short* tiles, int tileLength, int terms, short* weights, int* sums, int sumLength)
    {
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default;
        short* t0 = tiles, t1 = t0 + tileLength, t2 = t1 + tileLength, t3 = t2 + tileLength;
        for (var term = 0; term < terms; term += 2, weights += PairLength)
        {
            var all = Vector512.Load(weights);
            s0 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(t0 + term)).AsInt16(), all);
            s1 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(t1 + term)).AsInt16(), all);
            s2 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(t2 + term)).AsInt16(), all);
            s3 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(t3 + term)).AsInt16(), all);
        }

        s0.Store(sums);
        s1.Store(sums + sumLength);
        s2.Store(sums + (2 * sumLength));
        s3.Store(sums + (3 * sumLength));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TProduct>(ref Vector256<int> low, ref Vector256<int> high, short* pair, Vector256<short> lowWeights, Vector256<short> highWeights)
        where TProduct : struct, IPairProduct
    {
        var values = Vector256.Create(*(int*)pair).AsInt16();
        low = TProduct.Add(low, values, lowWeights);
        high = TProduct.Add(high, values, highWeights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, int* to)
    {
        low.Store(to);
        high.Store(to + Vector256<int>.Count);
    }
}
