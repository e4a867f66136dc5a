using System.Buffers;

namespace Ocr.Recognition.OnnxTr;

/// <summary>From the detector's map of logits to boxes: DBNet's post-processing for upright text.</summary>
internal static class BoxFinder
{
    /// <summary>OnnxTR's: a box grows by its area over its perimeter times this.</summary>
    public const double UnclipRatio = 1.5;

    // From the first to the last column or row of a blob; smaller ones are noise.
    private const int LeastSpan = 2;

    /// <summary>
    /// Boxes of a page that are read; of more, the surest. A dense letter has six hundred words, but a page of noise can have ten thousand
    /// boxes, which would keep a core busy for minutes.
    /// </summary>
    public const int MostBoxes = 1000;

    /// <summary>Boxes in parts of the map, at most <see cref="MostBoxes"/>.</summary>
    /// <param name="logits">Rows of <paramref name="width"/> raw logits.</param>
    /// <param name="width">Columns of the map.</param>
    /// <param name="height">Rows of the map.</param>
    /// <param name="settings">Thresholds.</param>
    public static List<RelativeBox> Find(ReadOnlySpan<float> logits, int width, int height, OnnxTrDetector settings)
    {
        var boxes = new List<RelativeBox>();
        foreach (var blob in Blobs(logits, width, height, settings.Threshold))
        {
            if (blob.X1 - blob.X0 < LeastSpan || blob.Y1 - blob.Y0 < LeastSpan)
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

        return boxes.Count <= MostBoxes ? boxes : [.. boxes.OrderByDescending(box => box.Score).Take(MostBoxes)];
    }

    /// <summary>
    /// The bounding rectangle of a blob's rectangle after it was offset outwards with round joins on integer coordinates. Its extremes are the
    /// first points of the arcs at its corners, so no polygon has to be clipped; the last column and row are those after them, as
    /// OpenCV counts.
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

    /// <summary>Mean probability over the blob's rectangle and the column and the row after it, as far as the map goes.</summary>
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
