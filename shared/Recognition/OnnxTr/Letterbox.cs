namespace Ocr.Recognition.OnnxTr;

/// <summary>Position of an image on a model's input: scaled to fit with its aspect ratio kept, with black padding around it.</summary>
/// <param name="Left">Columns of padding on the left.</param>
/// <param name="Top">Rows of padding at the top.</param>
/// <param name="Width">Width of the scaled image, pixels, ≥ 1.</param>
/// <param name="Height">Height of the scaled image, pixels, ≥ 1.</param>
internal readonly record struct Letterbox(int Left, int Top, int Width, int Height)
{
    /// <summary>Fits <paramref name="width"/> × <paramref name="height"/> into <paramref name="intoWidth"/> × <paramref name="intoHeight"/>.</summary>
    /// <param name="width">Width of the image.</param>
    /// <param name="height">Height of the image.</param>
    /// <param name="intoWidth">Width of the model's input.</param>
    /// <param name="intoHeight">Height of the model's input.</param>
    /// <param name="symmetric">Whether the image is centered, with an odd pixel of padding at the left or top; otherwise it is at the left and the top.</param>
    public static Letterbox Fit(int width, int height, int intoWidth, int intoHeight, bool symmetric)
    {
        // OnnxTR computes in doubles and in this order: rounding down just below an integer must give the same result.
        var (ratio, target) = ((double)height / width, (double)intoHeight / intoWidth);
        var (w, h) = ratio > target
            ? (Math.Max((int)(intoHeight / ratio), 1), intoHeight)
            : (intoWidth, ratio < target ? Math.Max((int)(intoWidth * ratio), 1) : intoHeight);
        return symmetric ? new Letterbox((intoWidth - w + 1) / 2, (intoHeight - h + 1) / 2, w, h) : new Letterbox(0, 0, w, h);
    }
}
