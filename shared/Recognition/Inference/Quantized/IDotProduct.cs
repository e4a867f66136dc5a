using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Adds products of bytes: each of eight sums gets four products of adjacent bytes.</summary>
internal interface IDotProduct
{
    static abstract Vector256<int> Add(Vector256<int> sum, Vector256<byte> values, Vector256<sbyte> weights);
}

/// <summary>The instruction of AVX-VNNI.</summary>
internal readonly struct VnniProduct : IDotProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<byte> values, Vector256<sbyte> weights) =>
        AvxVnni.MultiplyWideningAndAdd(sum, values, weights);
}

/// <summary>Three instructions of AVX2. The first one adds pairs in 16 bits, so weights must be bounded (ADR 55).</summary>
internal readonly struct PairwiseProduct : IDotProduct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sum, Vector256<byte> values, Vector256<sbyte> weights) =>
        sum + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(values, weights), Vector256<short>.One);
}
