using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Imaging;

/// <summary>Grey bytes to the numbers that a model takes.</summary>
internal static class GreyToFloat
{
    /// <summary>Writes <c>grey × factor + offset</c>.</summary>
    /// <param name="grey">The pixels.</param>
    /// <param name="values">At least as long; what lies behind is left alone.</param>
    /// <param name="factor">Multiplier.</param>
    /// <param name="offset">Added last.</param>
    public static void Convert(ReadOnlySpan<byte> grey, Span<float> values, float factor, float offset)
    {
        var x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(grey);
            ref var to = ref MemoryMarshal.GetReference(values[..grey.Length]);
            var (times, plus) = (Vector256.Create(factor), Vector256.Create(offset));
            for (; x <= grey.Length - 16; x += 16)
            {
                var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)x).ToVector256()));
                ((Vector256.ConvertToSingle(low.AsInt32()) * times) + plus).StoreUnsafe(ref to, (nuint)x);
                ((Vector256.ConvertToSingle(high.AsInt32()) * times) + plus).StoreUnsafe(ref to, (nuint)x + 8);
            }
        }

        for (; x < grey.Length; x++)
        {
            values[x] = (grey[x] * factor) + offset;
        }
    }

    /// <summary>Mean and population standard deviation.</summary>
    public static (double Mean, double Deviation) Moments(ReadOnlySpan<byte> grey)
    {
        long sum = 0, squares = 0;
        foreach (var value in grey)
        {
            sum += value;
            squares += value * value;
        }

        var mean = (double)sum / grey.Length;
        return (mean, Math.Sqrt(Math.Max(0, ((double)squares / grey.Length) - (mean * mean))));
    }
}
