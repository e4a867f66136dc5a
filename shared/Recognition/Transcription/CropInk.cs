using System.Buffers;
using System.Numerics.Tensors;

namespace Ocr.Recognition.Transcription;

/// <summary>From where to where there is ink in a crop.</summary>
/// <param name="First">First column with ink, 0 when there is none.</param>
/// <param name="End">Column behind the last one with ink, 0 when there is none.</param>
internal readonly record struct CropInk(int First, int End)
{
    // Between the lightest and the darkest pixel of a column that holds a stroke, standard deviations of the crop; noise stays below.
    private const double Stroke = 1.3;

    // Above and below lie the margin and, in tight leading, neighbours' strokes.
    private const int SkippedRows = 3;

    /// <summary>Looks for it.</summary>
    /// <param name="pixels">The crop's grey pixels, row by row.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="deviation">What the crop is standardised by, grey levels.</param>
    public static CropInk Of(ReadOnlySpan<byte> pixels, int width, double deviation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * width);
        try
        {
            var (most, least) = (buffer.AsMemory(0, width), buffer.AsMemory(width, width));
            Extremes(pixels, most.Span, least.Span);
            TensorPrimitives.Subtract<byte>(most.Span, least.Span, most.Span);
            return Between(most.Span, Stroke * deviation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Extremes(ReadOnlySpan<byte> pixels, Span<byte> most, Span<byte> least)
    {
        var width = most.Length;
        var rows = pixels[(SkippedRows * width)..^(SkippedRows * width)];
        rows[..width].CopyTo(most);
        rows[..width].CopyTo(least);
        for (var row = rows[width..]; !row.IsEmpty; row = row[width..])
        {
            TensorPrimitives.Max<byte>(most, row[..width], most);
            TensorPrimitives.Min<byte>(least, row[..width], least);
        }
    }

    private static CropInk Between(ReadOnlySpan<byte> range, double stroke)
    {
        var (start, end) = (0, range.Length);
        while (end > 0 && range[end - 1] <= stroke)
        {
            end--;
        }

        while (start < end && range[start] <= stroke)
        {
            start++;
        }

        return new CropInk(start, end);
    }
}
