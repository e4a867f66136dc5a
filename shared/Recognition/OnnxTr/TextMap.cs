using System.Numerics.Tensors;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// The pixels that the detector classifies as text, after an opening (erosion, then dilation, 3 × 3), in a frame one pixel wide that is never
/// text. Pixels outside the map neither erode nor dilate it.
/// </summary>
internal static class TextMap
{
    /// <summary>Returns the distance between the starts of two rows of the framed map, bytes.</summary>
    public static int Stride(int width) => width + 2;

    /// <summary>Returns the number of bytes of the framed map.</summary>
    public static int Length(int width, int height) => (width + 2) * (height + 2);

    /// <summary>Fills a framed map: 1 for text, 0 otherwise.</summary>
    /// <param name="logits">Rows of <paramref name="width"/> logits.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="threshold">Minimum logit of text.</param>
    /// <param name="map">Receives the framed map, <see cref="Length"/> bytes.</param>
    /// <param name="spare">Scratch space of the same size.</param>
    public static void Fill(ReadOnlySpan<float> logits, int width, int height, float threshold, Span<byte> map, Span<byte> spare)
    {
        var stride = Stride(width);
        for (var y = 0; y < height; y++)
        {
            var row = logits.Slice(y * width, width);
            var cells = map.Slice(((y + 1) * stride) + 1, width);
            for (var x = 0; x < row.Length; x++)
            {
                cells[x] = row[x] >= threshold ? (byte)1 : (byte)0;
            }
        }

        Frame(map, stride, 1);
        TensorPrimitives.BitwiseAnd(map[..^2], map[1..^1], spare[1..^1]);
        TensorPrimitives.BitwiseAnd(spare[1..^1], map[2..], spare[1..^1]);
        Frame(spare, stride, 1);
        TensorPrimitives.BitwiseAnd(spare[..^(2 * stride)], spare[stride..^stride], map[stride..^stride]);
        TensorPrimitives.BitwiseAnd(map[stride..^stride], spare[(2 * stride)..], map[stride..^stride]);

        Frame(map, stride, 0);
        TensorPrimitives.BitwiseOr(map[..^2], map[1..^1], spare[1..^1]);
        TensorPrimitives.BitwiseOr(spare[1..^1], map[2..], spare[1..^1]);
        Frame(spare, stride, 0);
        TensorPrimitives.BitwiseOr(spare[..^(2 * stride)], spare[stride..^stride], map[stride..^stride]);
        TensorPrimitives.BitwiseOr(map[stride..^stride], spare[(2 * stride)..], map[stride..^stride]);
        Frame(map, stride, 0);
    }

    private static void Frame(Span<byte> map, int stride, byte value)
    {
        map[..stride].Fill(value);
        map[^stride..].Fill(value);
        for (var at = stride; at < map.Length; at += stride)
        {
            (map[at - 1], map[at]) = (value, value);
        }
    }
}
