using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Makes the outputs of a tile from its sums: Aᵀ of the article, and the exact division by the factors of <see cref="WinogradWeights"/>.</summary>
internal static unsafe class WinogradOutput
{
    /// <summary>Numbers of a row of outputs: [column, 16 channels].</summary>
    public const int RowLength = WinogradShape.Width * FeatureMap.ChannelBlock;

    private const int Half = FeatureMap.ChannelBlock / 2;

    // Numbers from a sum to the one in the next column and row.
    private const int Right = FeatureMap.ChannelBlock;
    private const int Below = WinogradShape.Columns * FeatureMap.ChannelBlock;

    // The inverses of 3 and 9 modulo 2³². Multiplying with them divides a multiple exactly; what is left of 24, 24 x 2 and 24 x 24 are powers of 2.
    private const int Third = unchecked((int)0xAAAAAAAB);
    private const int Ninth = 0x38E38E39;

    /// <summary>Computes the outputs of 16 channels of a tile.</summary>
    /// <param name="sums">[position, 16 channels]. Overwritten.</param>
    /// <param name="height">Rows of the outputs.</param>
    /// <param name="bias">What is added to the 16 channels.</param>
    /// <param name="to">[row, column, 16 channels].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(int* sums, int height, int* bias, int* to)
    {
        for (var half = 0; half < FeatureMap.ChannelBlock; half += Half, sums += Half, bias += Half, to += Half)
        {
            switch (height)
            {
                case 1:
                    OneRow(sums, Vector256.Load(bias), to);
                    break;
                case 2:
                    TwoRows(sums, Vector256.Load(bias), to);
                    break;
                default:
                    FourRows(sums, Vector256.Load(bias), to);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneRow(int* sums, Vector256<int> bias, int* to) =>
        Columns(Sum(sums, 0), Sum(sums, 1), Sum(sums, 2), Sum(sums, 3), Sum(sums, 4), Sum(sums, 5), Third, 3, bias, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoRows(int* sums, Vector256<int> bias, int* to)
    {
        var (a0, b0) = Two(sums);
        var (a1, b1) = Two(sums + Right);
        var (a2, b2) = Two(sums + (2 * Right));
        var (a3, b3) = Two(sums + (3 * Right));
        var (a4, b4) = Two(sums + (4 * Right));
        var (a5, b5) = Two(sums + (5 * Right));
        Columns(a0, a1, a2, a3, a4, a5, Third, 4, bias, to);
        Columns(b0, b1, b2, b3, b4, b5, Third, 4, bias, to + RowLength);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRows(int* sums, Vector256<int> bias, int* to)
    {
        for (var column = 0; column < WinogradShape.Columns; column++)
        {
            Four(sums + (column * Right));
        }

        for (var row = 0; row < WinogradShape.MaxHeight; row++, sums += Below, to += RowLength)
        {
            Columns(Sum(sums, 0), Sum(sums, 1), Sum(sums, 2), Sum(sums, 3), Sum(sums, 4), Sum(sums, 5), Ninth, 6, bias, to);
        }
    }

    /// <summary>Two rows from the four sums of a column: Aᵀ for F(2, 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> Upper, Vector256<int> Lower) Two(int* sums)
    {
        var (s1, s2) = (Vector256.Load(sums + Below), Vector256.Load(sums + (2 * Below)));
        return (Vector256.Load(sums) + s1 + s2, s1 - s2 - Vector256.Load(sums + (3 * Below)));
    }

    /// <summary>Four rows in place of the six sums of a column: Aᵀ for F(4, 3), times 24, with the factors of the weights: 6, -4, -4, 1, 1 and 24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(int* sums)
    {
        Vector256<int> s0 = Vector256.Load(sums), s1 = Vector256.Load(sums + Below), s2 = Vector256.Load(sums + (2 * Below));
        Vector256<int> s3 = Vector256.Load(sums + (3 * Below)), s4 = Vector256.Load(sums + (4 * Below)), s5 = Vector256.Load(sums + (5 * Below));
        Vector256<int> near = (s1 + s2) << 2, nearOdd = (s1 - s2) << 2, far = s3 + s4, farOdd = s3 - s4;
        ((s0 << 2) + (s0 << 1) - near + far).Store(sums);
        ((farOdd << 1) - nearOdd).Store(sums + Below);
        ((far << 2) - near).Store(sums + (2 * Below));
        ((farOdd << 3) - nearOdd + (s5 << 4) + (s5 << 3)).Store(sums + (3 * Below));
    }

    /// <summary>Four columns from the six sums of a row: Aᵀ for F(4, 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(
        Vector256<int> s0, Vector256<int> s1, Vector256<int> s2, Vector256<int> s3, Vector256<int> s4, Vector256<int> s5, int inverse, int shift, Vector256<int> bias, int* to)
    {
        Vector256<int> near = s1 + s2, nearOdd = s1 - s2, far = s3 + s4, farOdd = s3 - s4;
        Store(s0 + near + far, inverse, shift, bias, to);
        Store(nearOdd + (farOdd << 1), inverse, shift, bias, to + FeatureMap.ChannelBlock);
        Store(near + (far << 2), inverse, shift, bias, to + (2 * FeatureMap.ChannelBlock));
        Store(nearOdd + (farOdd << 3) + s5, inverse, shift, bias, to + (3 * FeatureMap.ChannelBlock));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(int* row, int column) => Vector256.Load(row + (column * Right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> sum, int inverse, int shift, Vector256<int> bias, int* to) => (((sum * Vector256.Create(inverse)) >> shift) + bias).Store(to);
}
