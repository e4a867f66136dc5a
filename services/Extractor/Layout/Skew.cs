namespace Ocr.Extractor.Layout;

/// <summary>Estimates the slope at which most words form lines.</summary>
internal static class Skew
{
    private const int Steps = 12;
    private const double StepDegrees = 0.25;

    /// <summary>Factor by which a slope must be better than a level page before it is used.</summary>
    private const double Margin = 1.08;

    /// <summary>Returns the slope in pixels down per pixel to the right, at most 3°.</summary>
    public static float Estimate(ReadOnlySpan<Box> boxes, float textHeight)
    {
        if (boxes.Length < 6)
        {
            return 0;
        }

        Span<float> centers = boxes.Length <= 512 ? stackalloc float[boxes.Length] : new float[boxes.Length];
        var best = 0f;
        var bestScore = Score(boxes, 0, textHeight, centers) * Margin;
        for (var step = 1; step <= Steps; step++)
        {
            var slope = (float)Math.Tan(step * StepDegrees * Math.PI / 180);
            foreach (var candidate in (ReadOnlySpan<float>)[slope, -slope])
            {
                var score = Score(boxes, candidate, textHeight, centers);
                if (score > bestScore)
                {
                    (best, bestScore) = (candidate, score);
                }
            }
        }

        return best;
    }

    private static double Score(ReadOnlySpan<Box> boxes, float slope, float textHeight, Span<float> centers)
    {
        for (var i = 0; i < boxes.Length; i++)
        {
            centers[i] = boxes[i].CenterY - (slope * boxes[i].CenterX);
        }

        centers.Sort();
        var score = 0.0;
        var reach = textHeight * 0.4f;
        for (var i = 1; i < centers.Length; i++)
        {
            score += Math.Max(0, 1 - ((centers[i] - centers[i - 1]) / reach));
        }

        return score;
    }
}
