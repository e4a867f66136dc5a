using System.Runtime.CompilerServices;

namespace Ocr.Recognition.Imaging;

/// <summary>
/// The source pixels that contribute to one target pixel along one axis: <c>First</c>, then <c>Count - 2</c> times <c>Middle</c>, then <c>Last</c>.
/// An area filter (exact overlap) when the axis shrinks, linear interpolation between pixel centers when it grows. The models were trained
/// with this resizing, so a change here costs accuracy.
/// </summary>
internal readonly record struct Tap(int Start, int Count, float First, float Middle, float Last)
{
    // Overlaps below a thousandth of a pixel are rounding noise of the ratio.
    private const double Negligible = 1e-3;

    /// <summary>Fills one tap per target pixel; <paramref name="source"/> pixels are resized to <c>taps.Length</c> pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<Tap> taps, int source)
    {
        var scale = (double)source / taps.Length;
        for (var i = 0; i < taps.Length; i++)
        {
            taps[i] = scale > 1 ? Area(i, scale, source) : Linear(i, scale, source);
        }
    }

    private static Tap Area(int target, double scale, int source)
    {
        var from = target * scale;
        var to = from + scale;
        var cell = Math.Min(scale, source - from);
        var last = Math.Min((int)Math.Floor(to), source - 1);
        var first = Math.Min((int)Math.Ceiling(from), last);
        var before = first - from > Negligible ? (first - from) / cell : 0;
        var after = to - last > Negligible ? Math.Min(Math.Min(to - last, 1), cell) / cell : 0;
        var middle = 1 / cell;

        // The whole pixels first..last-1 are between the two partial ones, either of which may be absent.
        var start = before > 0 ? first - 1 : first;
        var end = after > 0 ? last : last - 1;
        var count = end - start + 1;
        return count <= 1
            ? new Tap(Math.Min(start, source - 1), 1, 1, 0, 0)
            : new Tap(start, count, (float)(before > 0 ? before : middle), (float)middle, (float)(after > 0 ? after : middle));
    }

    private static Tap Linear(int target, double scale, int source)
    {
        var center = ((target + 0.5) * scale) - 0.5;
        var left = (int)Math.Floor(center);
        if (left < 0 || left >= source - 1)
        {
            return new Tap(Math.Clamp(left, 0, source - 1), 1, 1, 0, 0);
        }

        var share = (float)(center - left);
        return new Tap(left, 2, 1 - share, 0, share);
    }
}
