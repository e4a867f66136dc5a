using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>In which columns of some rows a number differs from its right neighbor: one bit per column.</summary>
internal readonly unsafe ref struct ColumnChanges
{
    private const int Bits = 64;
    private const int Lanes = 8;

    private readonly ulong* _words;

    /// <param name="words">Memory of <see cref="Words"/> words.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="pitch">Columns of a row. The last ones, less than eight, and the last one of all are not compared and count as equal.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ColumnChanges(ulong* words, float* rows, int count, int pitch)
    {
        _words = words;
        new Span<ulong>(words, Words(pitch)).Clear();
        for (var x = 0; x + Lanes < pitch; x += Lanes)
        {
            var equal = Vector256<int>.AllBitsSet;
            for (var y = 0; y < count; y++)
            {
                var at = (int*)rows + (y * pitch) + x;
                equal &= Vector256.Equals(Vector256.Load(at), Vector256.Load(at + 1));
            }

            words[x / Bits] |= (ulong)(byte)~equal.ExtractMostSignificantBits() << (x % Bits);
        }
    }

    /// <summary>Words for a number of columns.</summary>
    public static int Words(int columns) => (columns / Bits) + 2;

    /// <summary>Whether there is a change from one column to the next within some columns.</summary>
    /// <param name="first">The first column.</param>
    /// <param name="columns">Number of columns, at most 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Any(int first, int columns)
    {
        var (word, shift) = (first / Bits, first % Bits);
        var bits = (_words[word] >> shift) | (shift == 0 ? 0 : _words[word + 1] << (Bits - shift));
        return (bits & ((1UL << columns) - 1)) != 0;
    }
}
