namespace Ocr.Recognition.Amounts;

/// <summary>One connected component of ink, in pixels of the page: a character, a part of one, or several that touch.</summary>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Top edge.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Bottom edge.</param>
internal readonly record struct Glyph(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;

    public double Height => Y1 - Y0;

    public double MiddleX => (X0 + X1) / 2;

    public double MiddleY => (Y0 + Y1) / 2;
}
