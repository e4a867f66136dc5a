namespace Ocr.Recognition.Amounts;

/// <summary>Mean gray levels of a word's ink and of its background.</summary>
/// <param name="Ink">Mean level of the ink.</param>
/// <param name="Ground">Mean level of the background.</param>
internal readonly record struct InkTone(double Ink, double Ground)
{
    /// <summary>Splits the pixels of a word into two classes by Otsu's threshold; the smaller class is ink.</summary>
    /// <param name="pixels">Rows of <paramref name="width"/> gray levels.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="word">Box of the word, not empty.</param>
    public static InkTone Of(ReadOnlySpan<byte> pixels, int width, PixelBox word)
    {
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        for (var y = word.Y0; y < word.Y1; y++)
        {
            foreach (var value in pixels.Slice((y * width) + word.X0, word.Width))
            {
                histogram[value]++;
            }
        }

        var (count, sum) = (0L, 0L);
        for (var level = 0; level < histogram.Length; level++)
        {
            count += histogram[level];
            sum += (long)level * histogram[level];
        }

        return Part(histogram, count, sum);
    }

    private static InkTone Part(ReadOnlySpan<int> histogram, long count, long sum)
    {
        var (best, max) = (new InkTone(0, 0), -1.0);
        var (below, belowSum) = (0L, 0L);
        for (var level = 0; level < histogram.Length; level++)
        {
            below += histogram[level];
            belowSum += (long)level * histogram[level];
            var above = count - below;
            if (below == 0 || above == 0)
            {
                continue;
            }

            var (dark, light) = ((double)belowSum / below, (double)(sum - belowSum) / above);
            var apart = (double)below * above * (light - dark) * (light - dark);
            if (apart > max)
            {
                (best, max) = (below < above ? new InkTone(dark, light) : new InkTone(light, dark), apart);
            }
        }

        return best;
    }
}
