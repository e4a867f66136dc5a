namespace Ocr.Recognition;

/// <summary>An upright rectangle in pixels of a page; <paramref name="X1"/> and <paramref name="Y1"/> are exclusive.</summary>
/// <param name="X0">Left edge, ≥ 0.</param>
/// <param name="Y0">Top edge, ≥ 0.</param>
/// <param name="X1">Right edge, ≤ the page's width.</param>
/// <param name="Y1">Bottom edge, ≤ the page's height.</param>
public readonly record struct PixelBox(int X0, int Y0, int X1, int Y1)
{
    /// <summary>Width, pixels.</summary>
    public int Width => X1 - X0;

    /// <summary>Height, pixels.</summary>
    public int Height => Y1 - Y0;

    /// <summary>Area, pixels; 0 for an empty or inverted box.</summary>
    public long Area => Width > 0 && Height > 0 ? (long)Width * Height : 0;

    /// <summary>Returns the part shared with <paramref name="other"/>; empty or inverted when there is none.</summary>
    public PixelBox Intersect(PixelBox other) =>
        new(Math.Max(X0, other.X0), Math.Max(Y0, other.Y0), Math.Min(X1, other.X1), Math.Min(Y1, other.Y1));
}
