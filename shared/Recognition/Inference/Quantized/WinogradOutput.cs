using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Makes the outputs of a tile from its sums: Aᵀ of the article, and the exact division by the factors of <see cref="WinogradWeights"/>.</summary>
internal static unsafe class WinogradOutput
{
    /// <summary>Numbers of a row of outputs: [column, 16 channels].</summary>
    public const int RowLength = WinogradShape.Width * FeatureMap.ChannelBlock;

    private const int SumRowLength = WinogradShape.Columns * FeatureMap.ChannelBlock;

    // The inverse of 3 modulo 2³². Multiplying with it divides a multiple of 3 exactly.
    private const int Third = unchecked((int)0xAAAAAAAB);

    /// <summary>Computes the outputs of 16 channels of a tile.</summary>
    /// <param name="sums">[position, 16 channels].</param>
    /// <param name="shape">Shape of the tile.</param>
    /// <param name="bias">What is added to the 16 channels.</param>
    /// <param name="to">[row, column, 16 channels].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(int* sums, WinogradShape shape, int* bias, int* to)
    {
        for (var half = 0; half < FeatureMap.ChannelBlock; half += Vector256<int>.Count, sums += Vector256<int>.Count, to += Vector256<int>.Count)
        {
            var first = Vector256.Load(bias + half);
            if (shape.IsSquare)
            {
                var (a0, b0) = Rows(sums);
                var (a1, b1) = Rows(sums + FeatureMap.ChannelBlock);
                var (a2, b2) = Rows(sums + (2 * FeatureMap.ChannelBlock));
                var (a3, b3) = Rows(sums + (3 * FeatureMap.ChannelBlock));
                var (a4, b4) = Rows(sums + (4 * FeatureMap.ChannelBlock));
                var (a5, b5) = Rows(sums + (5 * FeatureMap.ChannelBlock));
                Columns(a0, a1, a2, a3, a4, a5, first, shift: 4, to);
                Columns(b0, b1, b2, b3, b4, b5, first, shift: 4, to + RowLength);
            }
            else
            {
                Columns(Sum(sums, 0), Sum(sums, 1), Sum(sums, 2), Sum(sums, 3), Sum(sums, 4), Sum(sums, 5), first, shift: 3, to);
            }
        }
    }

    /// <summary>Both rows of outputs from the four sums of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Upper, Vector256<int> Lower) Rows(int* sums)
    {
        var (s1, s2) = (Vector256.Load(sums + SumRowLength), Vector256.Load(sums + (2 * SumRowLength)));
        return (Vector256.Load(sums) + s1 + s2, s1 - s2 - Vector256.Load(sums + (3 * SumRowLength)));
    }

    /// <summary>Four columns of outputs from the six sums of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(
        Vector256<int> s0, Vector256<int> s1, Vector256<int> s2, Vector256<int> s3, Vector256<int> s4, Vector256<int> s5, Vector256<int> bias, int shift, int* to)
    {
        Vector256<int> near = s1 + s2, nearOdd = s1 - s2, far = s3 + s4, farOdd = s3 - s4;
        Store(s0 + near + far, shift, bias, to);
        Store(nearOdd + (farOdd << 1), shift, bias, to + FeatureMap.ChannelBlock);
        Store(near + (far << 2), shift, bias, to + (2 * FeatureMap.ChannelBlock));
        Store(nearOdd + (farOdd << 3) + s5, shift, bias, to + (3 * FeatureMap.ChannelBlock));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(int* sums, int position) => Vector256.Load(sums + (position * FeatureMap.ChannelBlock));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sum, int shift, Vector256<int> bias, int* to) => (((sum * Vector256.Create(Third)) >> shift) + bias).Store(to);
}
