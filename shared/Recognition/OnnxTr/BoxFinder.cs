using System.Buffers;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Converts the detector's map of logits to boxes: DBNet's post-processing for upright text.</summary>
internal static class BoxFinder
{
    /// <summary>OnnxTR's value: a box is expanded by its area over its perimeter times this.</summary>
    public const double UnclipRatio = 1.5;

    // Minimum distance between the first and the last column or row of a blob; smaller blobs are noise.
    private const int MinSpan = 2;

    /// <summary>
    /// Maximum number of boxes per page; of more, those with the highest scores are kept. A dense letter has six hundred words, but a page of
    /// noise can have ten thousand boxes, which would occupy a core for minutes.
    /// </summary>
    public const int MaxBoxes = 1000;

    /// <summary>Returns boxes relative to the map's size, at most <see cref="MaxBoxes"/>.</summary>
    /// <param name="logits">Rows of <paramref name="width"/> raw logits.</param>
    /// <param name="width">Columns of the map.</param>
    /// <param name="height">Rows of the map.</param>
    /// <param name="settings">Thresholds.</param>
    public static List<RelativeBox> Find(ReadOnlySpan<float> logits, int width, int height, OnnxTrDetector settings)
    {
        var boxes = new List<RelativeBox>();
        foreach (var blob in Blobs(logits, width, height, settings.Threshold))
        {
            if (blob.X1 - blob.X0 < MinSpan || blob.Y1 - blob.Y0 < MinSpan)
            {
                continue;
            }

            var score = Score(logits, width, height, blob);
            if (score >= settings.BoxThreshold)
            {
                var (x0, y0, x1, y1) = Unclip(blob, UnclipRatio);
                boxes.Add(new RelativeBox(Part(x0, width), Part(y0, height), Part(x1, width), Part(y1, height), score));
            }
        }

        return boxes.Count <= MaxBoxes ? boxes : [.. boxes.OrderByDescending(box => box.Score).Take(MaxBoxes)];
    }

    /// <summary>
    /// Returns the bounding rectangle of a blob's rectangle after an outward offset with round joins on integer coordinates. Its extremes are the
    /// first points of the arcs at its corners, so no polygon has to be clipped; the last column and row are exclusive, as in OpenCV.
    /// </summary>
    public static PixelBox Unclip(Blob blob, double ratio)
    {
        double w = blob.X1 - blob.X0 + 1, h = blob.Y1 - blob.Y0 + 1;
        var grow = w * h * ratio / (2 * (w + h));
        return new PixelBox(
            Rounded(blob.X0 - grow), Rounded(blob.Y0 - grow), Rounded(blob.X0 + w + grow) + 1, Rounded(blob.Y0 + h + grow) + 1);
    }

    private static List<Blob> Blobs(ReadOnlySpan<float> logits, int width, int height, double threshold)
    {
        var length = TextMap.Length(width, height);
        var buffer = ArrayPool<byte>.Shared.Rent(2 * length);
        try
        {
            var map = buffer.AsSpan(0, length);
            TextMap.Fill(logits, width, height, (float)Math.Log(threshold / (1 - threshold)), map, buffer.AsSpan(length, length));
            return BlobFinder.Find(map, TextMap.Stride(width));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Mean probability over the blob's rectangle, including the next column and row where the map has them.</summary>
    private static double Score(ReadOnlySpan<float> logits, int width, int height, Blob blob)
    {
        var (x1, y1) = (Math.Min(blob.X1 + 1, width - 1), Math.Min(blob.Y1 + 1, height - 1));
        double sum = 0;
        for (var y = blob.Y0; y <= y1; y++)
        {
            foreach (var logit in logits[((y * width) + blob.X0)..((y * width) + x1 + 1)])
            {
                sum += 1 / (1 + MathF.Exp(-logit));
            }
        }

        return sum / ((x1 - blob.X0 + 1) * (y1 - blob.Y0 + 1));
    }

    private static int Rounded(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    private static double Part(int value, int whole) => Math.Clamp((double)value / whole, 0, 1);
}
