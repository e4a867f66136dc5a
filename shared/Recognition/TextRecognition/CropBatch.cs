using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Crops that are recognized together, padded to one width.</summary>
/// <param name="Width">Width of the tensor: a bucket of the manifest.</param>
/// <param name="Members">Indices of the crops.</param>
internal readonly record struct CropBatch(int Width, ArraySegment<int> Members)
{
    // Columns per batch, which bounds its memory. Between 1,024 and 8,192 the time does not change: a batch saves calls, not arithmetic.
    private const int MaxColumns = 2048;

    /// <summary>Assigns every crop to exactly one batch of its bucket, independent of their order.</summary>
    public static List<CropBatch> Plan(IReadOnlyList<Crop> crops, RecognizerSettings settings)
    {
        var order = new int[crops.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => crops[a].Width != crops[b].Width ? crops[a].Width.CompareTo(crops[b].Width) : a.CompareTo(b));
        var batches = new List<CropBatch>();
        for (var start = 0; start < order.Length;)
        {
            var bucket = Bucket(crops[order[start]].Width, settings.WidthBuckets);
            var end = start + 1;
            while (end < order.Length && (end - start + 1) * bucket <= MaxColumns && crops[order[end]].Width <= bucket)
            {
                end++;
            }

            batches.Add(new CropBatch(bucket, new ArraySegment<int>(order, start, end - start)));
            start = end;
        }

        return batches;
    }

    private static int Bucket(int width, IReadOnlyList<int> buckets)
    {
        foreach (var bucket in buckets)
        {
            if (bucket >= width)
            {
                return bucket;
            }
        }

        return buckets[^1];
    }
}
