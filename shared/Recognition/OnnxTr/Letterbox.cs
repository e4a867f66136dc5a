namespace Ocr.Recognition.OnnxTr;

/// <summary>Where an image lies on a model's input: as large as its aspect ratio allows, black around it.</summary>
/// <param name="Left">Columns of padding before it.</param>
/// <param name="Top">Rows of padding above it.</param>
/// <param name="Width">Its width there, pixels, ≥ 1.</param>
/// <param name="Height">Its height there, pixels, ≥ 1.</param>
internal readonly record struct Letterbox(int Left, int Top, int Width, int Height)
{
    /// <summary>Fits <paramref name="width"/> × <paramref name="height"/> into <paramref name="intoWidth"/> × <paramref name="intoHeight"/>.</summary>
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="intoWidth">Of the model's input.</param>
    /// <param name="intoHeight">Of the model's input.</param>
    /// <param name="symmetric">In the middle, an odd pixel of padding left or above; else at the left and the top.</param>
    public static Letterbox Fit(int width, int height, int intoWidth, int intoHeight, bool symmetric)
    {
        // In doubles and in this order: a floor just below a whole number is part of the contract.
        var (ratio, target) = ((double)height / width, (double)intoHeight / intoWidth);
        var (w, h) = ratio > target
            ? (Math.Max((int)(intoHeight / ratio), 1), intoHeight)
            : (intoWidth, ratio < target ? Math.Max((int)(intoWidth * ratio), 1) : intoHeight);
        return symmetric ? new Letterbox((intoWidth - w + 1) / 2, (intoHeight - h + 1) / 2, w, h) : new Letterbox(0, 0, w, h);
    }
}
