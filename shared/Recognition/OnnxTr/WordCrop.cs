namespace Ocr.Recognition.OnnxTr;

/// <summary>A box in pixels of the page and the area that is cropped for it.</summary>
/// <param name="Box">Box of the word.</param>
/// <param name="Area">The box plus one column and one row where the page has them, as docTR has cropped since 1.1.0.</param>
internal readonly record struct WordCrop(PixelBox Box, PixelBox Area)
{
    /// <summary>Rounds halves to even as numpy does. A crop without pixels is returned empty.</summary>
    public static WordCrop Of(RelativeBox box, int width, int height)
    {
        var (x0, y0) = ((int)Math.Round(box.X0 * width), (int)Math.Round(box.Y0 * height));
        var (x1, y1) = ((int)Math.Round(box.X1 * width), (int)Math.Round(box.Y1 * height));
        var area = new PixelBox(x0, y0, Math.Min(x1 + 1, width), Math.Min(y1 + 1, height));
        return new WordCrop(new PixelBox(x0, y0, Math.Max(x1, x0 + 1), Math.Max(y1, y0 + 1)), area);
    }
}
