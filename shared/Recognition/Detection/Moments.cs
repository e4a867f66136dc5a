namespace Ocr.Recognition.Detection;

/// <summary>Sums over the cells of a component: of x, y, x², x·y and y², at the cells' centers in units of cells.</summary>
internal readonly record struct Moments(double X, double Y, double XX, double XY, double YY)
{
    /// <summary>Sums over the cells <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive) of row <paramref name="y"/>.</summary>
    public static Moments OfRun(int start, int end, int y)
    {
        double count = end - start;
        var sum = count * (start + end - 1) / 2;
        return new Moments(sum, count * y, Squares(end) - Squares(start), sum * y, count * y * y);
    }

    public static Moments operator +(Moments a, Moments b) => new(a.X + b.X, a.Y + b.Y, a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);

    /// <summary>0² + 1² + … + (n − 1)².</summary>
    private static double Squares(double n) => (n - 1) * n * ((2 * n) - 1) / 6;
}
