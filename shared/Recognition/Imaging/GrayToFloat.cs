using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Imaging;

/// <summary>Converts gray bytes to the input values of a model.</summary>
internal static class GrayToFloat
{
    /// <summary>Writes <c>gray × factor + offset</c>.</summary>
    /// <param name="gray">The pixels.</param>
    /// <param name="values">At least as long as <paramref name="gray"/>; the rest is left unchanged.</param>
    /// <param name="factor">Multiplier.</param>
    /// <param name="offset">Added last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Convert(ReadOnlySpan<byte> gray, Span<float> values, float factor, float offset)
    {
        var x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(gray);
            ref var to = ref MemoryMarshal.GetReference(values[..gray.Length]);
            var (times, plus) = (Vector256.Create(factor), Vector256.Create(offset));
            for (; x <= gray.Length - 16; x += 16)
            {
                var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)x).ToVector256()));
                ((Vector256.ConvertToSingle(low.AsInt32()) * times) + plus).StoreUnsafe(ref to, (nuint)x);
                ((Vector256.ConvertToSingle(high.AsInt32()) * times) + plus).StoreUnsafe(ref to, (nuint)x + 8);
            }
        }

        for (; x < gray.Length; x++)
        {
            values[x] = (gray[x] * factor) + offset;
        }
    }

    /// <summary>Returns mean and population standard deviation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Mean, double Deviation) Moments(ReadOnlySpan<byte> gray)
    {
        long sum = 0, squares = 0;
        foreach (var value in gray)
        {
            sum += value;
            squares += value * value;
        }

        var mean = (double)sum / gray.Length;
        return (mean, Math.Sqrt(Math.Max(0, ((double)squares / gray.Length) - (mean * mean))));
    }
}
