using System.Buffers;
using System.Numerics.Tensors;

namespace Ocr.Recognition.TextRecognition;

/// <summary>The columns of a crop that contain ink.</summary>
/// <param name="First">First column with ink, 0 when there is none.</param>
/// <param name="End">Column after the last one with ink, 0 when there is none.</param>
internal readonly record struct CropInk(int First, int End)
{
    // Minimum difference between the lightest and the darkest pixel of a column with a stroke, in standard deviations of the crop.
    private const double Stroke = 1.3;

    // These rows at the top and bottom contain the margin and, with tight leading, strokes of neighboring lines.
    private const int SkippedRows = 3;

    /// <summary>Finds the columns with ink.</summary>
    /// <param name="pixels">The crop's gray pixels, row by row.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="deviation">The divisor with which the crop is standardized, gray levels.</param>
    public static CropInk Of(ReadOnlySpan<byte> pixels, int width, double deviation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * width);
        try
        {
            var (max, min) = (buffer.AsMemory(0, width), buffer.AsMemory(width, width));
            Extremes(pixels, max.Span, min.Span);
            TensorPrimitives.Subtract<byte>(max.Span, min.Span, max.Span);
            return Between(max.Span, Stroke * deviation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Extremes(ReadOnlySpan<byte> pixels, Span<byte> max, Span<byte> min)
    {
        var width = max.Length;
        var rows = pixels[(SkippedRows * width)..^(SkippedRows * width)];
        rows[..width].CopyTo(max);
        rows[..width].CopyTo(min);
        for (var row = rows[width..]; !row.IsEmpty; row = row[width..])
        {
            TensorPrimitives.Max<byte>(max, row[..width], max);
            TensorPrimitives.Min<byte>(min, row[..width], min);
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
