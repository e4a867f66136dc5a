using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Imaging;

/// <summary>Resizes a rectangle of a gray plane, rows first: the vertical pass is the larger one and runs on whole vectors.</summary>
internal static class Resampler
{
    /// <summary>Resizes <paramref name="area"/> of <paramref name="source"/> to <paramref name="width"/> × <paramref name="height"/>.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="area">Part of it, not empty, inside it.</param>
    /// <param name="target">Receives the rounded pixels in rows of <paramref name="width"/> bytes.</param>
    /// <param name="width">Target width, ≥ 1.</param>
    /// <param name="height">Target height, ≥ 1.</param>
    public static void Resize(GrayPlane source, PixelBox area, Span<byte> target, int width, int height)
    {
        var taps = ArrayPool<Tap>.Shared.Rent(width + height);
        var sums = ArrayPool<float>.Shared.Rent(area.Width);
        try
        {
            var columns = taps.AsSpan(0, width);
            var rows = taps.AsSpan(width, height);
            Tap.Fill(columns, area.Width);
            Tap.Fill(rows, area.Height);
            var line = sums.AsSpan(0, area.Width);
            for (var y = 0; y < height; y++)
            {
                Gather(source, area, rows[y], line);
                Shrink(line, columns, target.Slice(y * width, width));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
            ArrayPool<Tap>.Shared.Return(taps);
        }
    }

    private static void Gather(GrayPlane source, PixelBox area, Tap tap, Span<float> line)
    {
        Weigh(source.Row(area.Y0 + tap.Start).Slice(area.X0, area.Width), tap.First, line, add: false);
        for (var i = 1; i < tap.Count; i++)
        {
            var weight = i == tap.Count - 1 ? tap.Last : tap.Middle;
            Weigh(source.Row(area.Y0 + tap.Start + i).Slice(area.X0, area.Width), weight, line, add: true);
        }
    }

    // Here and in other loops over pixels: unoptimized vector code is many times slower, also in a program that was compiled ahead of time (docs/adr/0045).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weigh(ReadOnlySpan<byte> row, float weight, Span<float> line, bool add)
    {
        var x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(row);
            ref var to = ref MemoryMarshal.GetReference(line);
            var factor = Vector256.Create(weight);
            for (; x <= row.Length - 16; x += 16)
            {
                var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)x).ToVector256()));
                var a = Vector256.ConvertToSingle(low.AsInt32()) * factor;
                var b = Vector256.ConvertToSingle(high.AsInt32()) * factor;
                (add ? a + Vector256.LoadUnsafe(ref to, (nuint)x) : a).StoreUnsafe(ref to, (nuint)x);
                (add ? b + Vector256.LoadUnsafe(ref to, (nuint)x + 8) : b).StoreUnsafe(ref to, (nuint)x + 8);
            }
        }

        for (; x < row.Length; x++)
        {
            line[x] = (row[x] * weight) + (add ? line[x] : 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shrink(ReadOnlySpan<float> line, ReadOnlySpan<Tap> columns, Span<byte> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            ref readonly var tap = ref columns[x];
            var from = line.Slice(tap.Start, tap.Count);
            var sum = from[0] * tap.First;
            for (var i = 1; i < from.Length - 1; i++)
            {
                sum += from[i] * tap.Middle;
            }

            if (from.Length > 1)
            {
                sum += from[^1] * tap.Last;
            }

            target[x] = (byte)(sum + 0.5f);
        }
    }
}
