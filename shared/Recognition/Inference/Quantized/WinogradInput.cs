using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Transforms the inputs of a tile: Bᵀ of the article, along the columns and, for square tiles, along the rows. The results fit into 16 bits.</summary>
internal static unsafe class WinogradInput
{
    /// <summary>Transforms a tile.</summary>
    /// <param name="map">The input.</param>
    /// <param name="shape">Shape of the tile.</param>
    /// <param name="y">Row of the first output.</param>
    /// <param name="x">Column of the first output.</param>
    /// <param name="to"><see cref="WinogradShape.TileLength"/> numbers: [position, term].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(FeatureMap map, WinogradShape shape, int y, int x, short* to)
    {
        var (rowLength, positionLength) = shape.IsSquare ? (WinogradShape.Columns * shape.Channels, shape.Channels) : (shape.Channels, shape.Terms);
        for (var row = 0; row < shape.Rows; row++)
        {
            Columns(Row(map, shape, y, x, row), shape.Channels, to + (row * rowLength), positionLength);
        }

        if (shape.IsSquare)
        {
            Rows(to, rowLength);
        }
    }

    /// <summary>The first input of a row of a tile. Behind the lower border there is no row; only outputs that are not stored depend on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Row(FeatureMap map, WinogradShape shape, int y, int x, int row) =>
        map.At(Math.Min((y * shape.StrideY) + row - (shape.Rows > 1 ? 1 : 0), map.Size.Height), x - 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(byte* from, int channels, short* to, int positionLength)
    {
        for (var channel = 0; channel < channels; channel += FeatureMap.ChannelBlock, from += FeatureMap.ChannelBlock, to += FeatureMap.ChannelBlock)
        {
            Vector256<short> d0 = Load(from), d1 = Load(from + channels), d2 = Load(from + (2 * channels));
            Vector256<short> d3 = Load(from + (3 * channels)), d4 = Load(from + (4 * channels)), d5 = Load(from + (5 * channels));
            Vector256<short> even = d4 - (d2 << 2), odd = d3 - (d1 << 2), outer = d4 - d2, inner = (d3 - d1) << 1;
            ((d0 << 2) + outer - (d2 << 2)).Store(to);
            (even + odd).Store(to + positionLength);
            (even - odd).Store(to + (2 * positionLength));
            (outer + inner).Store(to + (3 * positionLength));
            (outer - inner).Store(to + (4 * positionLength));
            ((d1 << 2) - (d3 << 2) - d3 + d5).Store(to + (5 * positionLength));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows(short* tile, int rowLength)
    {
        for (var i = 0; i < rowLength; i += FeatureMap.ChannelBlock)
        {
            short* r0 = tile + i, r1 = r0 + rowLength, r2 = r1 + rowLength, r3 = r2 + rowLength;
            Vector256<short> d0 = Vector256.Load(r0), d1 = Vector256.Load(r1), d2 = Vector256.Load(r2), d3 = Vector256.Load(r3);
            (d0 - d2).Store(r0);
            (d1 + d2).Store(r1);
            (d2 - d1).Store(r2);
            (d1 - d3).Store(r3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(byte* from) => Avx2.ConvertToVector256Int16(from);
}
