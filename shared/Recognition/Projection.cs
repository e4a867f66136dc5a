namespace Ocr.Recognition;

/// <summary>
/// A projective map of the plane, its 3 × 3 matrix in rows: (x, y) maps to (<c>Xx</c>·x + <c>Xy</c>·y + <c>X1</c>,
/// <c>Yx</c>·x + <c>Yy</c>·y + <c>Y1</c>) divided by <c>Wx</c>·x + <c>Wy</c>·y + <c>W1</c>. Coordinates are pixels; the first pixel
/// covers 0–1.
/// </summary>
public readonly record struct Projection(
    double Xx, double Xy, double X1, double Yx, double Yy, double Y1, double Wx, double Wy, double W1)
{
    /// <summary>Maps every point to itself.</summary>
    public static Projection Identity { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>Scales, then shifts.</summary>
    public static Projection ScaleAndShift(double scale, double x, double y) => new(scale, 0, x, 0, scale, y, 0, 0, 1);

    /// <summary>Maps a point.</summary>
    public (double X, double Y) Map(double x, double y)
    {
        var w = (Wx * x) + (Wy * y) + W1;
        return (((Xx * x) + (Xy * y) + X1) / w, ((Yx * x) + (Yy * y) + Y1) / w);
    }

    /// <summary>Returns the composition: <paramref name="first"/>, then this.</summary>
    public Projection After(in Projection first) => new(
        (Xx * first.Xx) + (Xy * first.Yx) + (X1 * first.Wx),
        (Xx * first.Xy) + (Xy * first.Yy) + (X1 * first.Wy),
        (Xx * first.X1) + (Xy * first.Y1) + (X1 * first.W1),
        (Yx * first.Xx) + (Yy * first.Yx) + (Y1 * first.Wx),
        (Yx * first.Xy) + (Yy * first.Yy) + (Y1 * first.Wy),
        (Yx * first.X1) + (Yy * first.Y1) + (Y1 * first.W1),
        (Wx * first.Xx) + (Wy * first.Yx) + (W1 * first.Wx),
        (Wx * first.Xy) + (Wy * first.Yy) + (W1 * first.Wy),
        (Wx * first.X1) + (Wy * first.Y1) + (W1 * first.W1));

    /// <summary>Returns the inverse. The matrix is not singular for any page that was read.</summary>
    public Projection Inverse()
    {
        var (a, b, c) = ((Yy * W1) - (Y1 * Wy), (X1 * Wy) - (Xy * W1), (Xy * Y1) - (X1 * Yy));
        var (d, e, f) = ((Y1 * Wx) - (Yx * W1), (Xx * W1) - (X1 * Wx), (X1 * Yx) - (Xx * Y1));
        var (g, h, i) = ((Yx * Wy) - (Yy * Wx), (Xy * Wx) - (Xx * Wy), (Xx * Yy) - (Xy * Yx));
        return new Projection(a / i, b / i, c / i, d / i, e / i, f / i, g / i, h / i, 1);
    }
}
