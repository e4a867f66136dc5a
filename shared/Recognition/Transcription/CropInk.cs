using System.Numerics.Tensors;
using Ocr.Recognition.Inference;

namespace Ocr.Recognition.Transcription;

/// <summary>From where to where there is ink in a crop.</summary>
/// <param name="First">First column with ink, 0 when there is none.</param>
/// <param name="End">Column behind the last one with ink, 0 when there is none.</param>
internal readonly record struct CropInk(int First, int End)
{
    // Between the lightest and the darkest pixel of a column that holds a stroke, standard deviations of the crop; noise stays below.
    private const float Stroke = 1.3f;

    // Above and below lie the margin and, in tight leading, neighbours' strokes.
    private const int SkippedRows = 3;

    /// <summary>Looks for it.</summary>
    /// <param name="tensor">The standardised crop, rows of <paramref name="stride"/> values.</param>
    /// <param name="width">Its columns, without padding.</param>
    /// <param name="height">Its rows, more than six.</param>
    /// <param name="stride">Columns of the tensor.</param>
    public static CropInk Of(ReadOnlySpan<float> tensor, int width, int height, int stride)
    {
        using var buffer = new PooledFloats(2 * width);
        var most = buffer.Span[..width];
        var least = buffer.Span[width..];
        var first = tensor.Slice(SkippedRows * stride, width);
        first.CopyTo(most);
        first.CopyTo(least);
        for (var y = SkippedRows + 1; y < height - SkippedRows; y++)
        {
            var row = tensor.Slice(y * stride, width);
            TensorPrimitives.Max(most, row, most);
            TensorPrimitives.Min(least, row, least);
        }

        TensorPrimitives.Subtract(most, least, most);
        var (start, end) = (0, width);
        while (end > 0 && most[end - 1] <= Stroke)
        {
            end--;
        }

        while (start < end && most[start] <= Stroke)
        {
            start++;
        }

        return end == 0 ? default : new CropInk(start, end);
    }
}
