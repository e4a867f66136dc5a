using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Makes the outputs of a tile from its sums: Aᵀ of the article, and the exact division by the factors of <see cref="WinogradWeights"/>.</summary>
internal static unsafe class WinogradOutput
{
    // The inverse of 3 modulo 2³². Multiplying with it divides a multiple of 3 exactly.
    private const int Third = unchecked((int)0xAAAAAAAB);

    /// <summary>Computes the outputs of 16 channels of a row of a tile.</summary>
    /// <param name="sums">[position, 16 channels].</param>
    /// <param name="shape">Shape of the tile.</param>
    /// <param name="row">Row within the tile.</param>
    /// <param name="bias">What is added to the 16 channels.</param>
    /// <param name="to">[column, 16 channels].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(int* sums, WinogradShape shape, int row, int* bias, int* to)
    {
        for (var half = 0; half < FeatureMap.ChannelBlock; half += Vector256<int>.Count)
        {
            var s0 = Sum(sums + half, shape, row, 0);
            var (s1, s2) = (Sum(sums + half, shape, row, 1), Sum(sums + half, shape, row, 2));
            var (s3, s4) = (Sum(sums + half, shape, row, 3), Sum(sums + half, shape, row, 4));
            var s5 = Sum(sums + half, shape, row, 5);
            var (near, nearOdd, far, farOdd) = (s1 + s2, s1 - s2, s3 + s4, s3 - s4);
            var first = Vector256.Load(bias + half);
            var shift = shape.IsSquare ? 4 : 3;
            Store(s0 + near + far, shift, first, to + half);
            Store(nearOdd + (farOdd << 1), shift, first, to + half + FeatureMap.ChannelBlock);
            Store(near + (far << 2), shift, first, to + half + (2 * FeatureMap.ChannelBlock));
            Store(nearOdd + (farOdd << 3) + s5, shift, first, to + half + (3 * FeatureMap.ChannelBlock));
        }
    }

    /// <summary>The sum of a position of a row: for square tiles, the sums of three transformed rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(int* sums, WinogradShape shape, int row, int position)
    {
        const int RowLength = WinogradShape.Columns * FeatureMap.ChannelBlock;
        var at = sums + (position * FeatureMap.ChannelBlock);
        if (!shape.IsSquare)
        {
            return Vector256.Load(at);
        }

        var (r1, r2) = (Vector256.Load(at + RowLength), Vector256.Load(at + (2 * RowLength)));
        return row == 0 ? Vector256.Load(at) + r1 + r2 : r1 - r2 - Vector256.Load(at + (3 * RowLength));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sum, int shift, Vector256<int> bias, int* to) => (((sum * Vector256.Create(Third)) >> shift) + bias).Store(to);
}
