using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Adds products of 16-bit numbers: each of eight sums gets two products of adjacent numbers, modulo 2³².</summary>
internal interface IPairProduct
{
    static abstract Vector256<int> Add(Vector256<int> sum, Vector256<short> values, Vector256<short> weights);
}

/// <summary>The instruction of AVX-VNNI.</summary>
internal readonly struct VnniPairProduct : IPairProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<short> values, Vector256<short> weights) =>
        AvxVnni.MultiplyWideningAndAdd(sum, values, weights);
}

/// <summary>Two instructions of AVX2.</summary>
internal readonly struct PairProduct : IPairProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<short> values, Vector256<short> weights) => sum + Avx2.MultiplyAddAdjacent(values, weights);
}
