namespace Ocr.Recognition.OnnxTr;

/// <summary>A box of the page in pixels and what is cut out for it.</summary>
/// <param name="Box">Where the word stands.</param>
/// <param name="Area">The same and one column and row more, as docTR cuts since 1.1.0, as far as the page goes.</param>
internal readonly record struct WordCrop(PixelBox Box, PixelBox Area)
{
    /// <summary>Rounds halves to even as numpy does. A crop without pixels comes back empty.</summary>
    public static WordCrop Of(RelativeBox box, int width, int height)
    {
        var (x0, y0) = ((int)Math.Round(box.X0 * width), (int)Math.Round(box.Y0 * height));
        var (x1, y1) = ((int)Math.Round(box.X1 * width), (int)Math.Round(box.Y1 * height));
        var area = new PixelBox(x0, y0, Math.Min(x1 + 1, width), Math.Min(y1 + 1, height));
        return new WordCrop(new PixelBox(x0, y0, Math.Max(x1, x0 + 1), Math.Max(y1, y0 + 1)), area);
    }
}
