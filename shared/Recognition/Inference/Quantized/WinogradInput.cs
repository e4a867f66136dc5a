using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Transforms the inputs of a tile: Bᵀ of the article, along the columns and, for tiles of several rows, along the rows. The results are less than 2¹⁵.</summary>
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
        var (rowLength, positionLength) = shape.TransformsRows ? (WinogradShape.Columns * shape.Channels, shape.Channels) : (shape.Channels, shape.Terms);
        for (var row = 0; row < shape.Rows; row++)
        {
            Columns(Row(map, shape, y, x, row), shape.Channels, to + (row * rowLength), positionLength);
        }

        switch (shape.Height)
        {
            case 2:
                RowsOfTwo(to, rowLength);
                break;
            case WinogradShape.MaxHeight:
                RowsOfFour(to, rowLength);
                break;
        }
    }

    /// <summary>Returns the first input of a row of a tile. For a row below the lower border it is that of the border: only outputs that are not stored depend on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Row(FeatureMap map, WinogradShape shape, int y, int x, int row) =>
        map.At(Math.Min((y * shape.StrideY) + row - (shape.Rows > 1 ? 1 : 0), map.Size.Height), x - 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(byte* from, int channels, short* to, int positionLength)
    {
        for (var channel = 0; channel < channels; channel += FeatureMap.ChannelBlock, from += FeatureMap.ChannelBlock, to += FeatureMap.ChannelBlock)
        {
            ForFour(
                Bytes(from), Bytes(from + channels), Bytes(from + (2 * channels)), Bytes(from + (3 * channels)), Bytes(from + (4 * channels)), Bytes(from + (5 * channels)),
                to, positionLength);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowsOfFour(short* tile, int rowLength)
    {
        for (var i = 0; i < rowLength; i += FeatureMap.ChannelBlock, tile += FeatureMap.ChannelBlock)
        {
            ForFour(
                Row(tile, rowLength, 0), Row(tile, rowLength, 1), Row(tile, rowLength, 2), Row(tile, rowLength, 3), Row(tile, rowLength, 4), Row(tile, rowLength, 5),
                tile, rowLength);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowsOfTwo(short* tile, int rowLength)
    {
        for (var i = 0; i < rowLength; i += FeatureMap.ChannelBlock, tile += FeatureMap.ChannelBlock)
        {
            Vector256<short> d0 = Row(tile, rowLength, 0), d1 = Row(tile, rowLength, 1), d2 = Row(tile, rowLength, 2), d3 = Row(tile, rowLength, 3);
            (d0 - d2).Store(tile);
            (d1 + d2).Store(tile + rowLength);
            (d2 - d1).Store(tile + (2 * rowLength));
            (d1 - d3).Store(tile + (3 * rowLength));
        }
    }

    /// <summary>Bᵀ for F(4, 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ForFour(
        Vector256<short> d0, Vector256<short> d1, Vector256<short> d2, Vector256<short> d3, Vector256<short> d4, Vector256<short> d5, short* to, int step)
    {
        Vector256<short> even = d4 - (d2 << 2), odd = d3 - (d1 << 2), outer = d4 - d2, inner = (d3 - d1) << 1;
        ((d0 << 2) + outer - (d2 << 2)).Store(to);
        (even + odd).Store(to + step);
        (even - odd).Store(to + (2 * step));
        (outer + inner).Store(to + (3 * step));
        (outer - inner).Store(to + (4 * step));
        ((d1 << 2) - (d3 << 2) - d3 + d5).Store(to + (5 * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Bytes(byte* from) => Avx2.ConvertToVector256Int16(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Row(short* tile, int rowLength, int row) => Vector256.Load(tile + (row * rowLength));
}
