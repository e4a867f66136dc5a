namespace Ocr.Recognition.Detection;

/// <summary>
/// Connected cells of a probability map: their bounds in cells (exclusive on the right and below), their mean probability and their moments.
/// </summary>
internal record struct Component(int X0, int Y0, int X1, int Y1, int Cells, double Probability, Moments Moments)
{
    /// <summary>Mean probability of the cells, 0–1.</summary>
    public readonly double Score => Probability / Cells;

    /// <summary>Adds the cells of <paramref name="other"/>.</summary>
    public void Absorb(in Component other)
    {
        X0 = Math.Min(X0, other.X0);
        Y0 = Math.Min(Y0, other.Y0);
        X1 = Math.Max(X1, other.X1);
        Y1 = Math.Max(Y1, other.Y1);
        Cells += other.Cells;
        Probability += other.Probability;
        Moments += other.Moments;
    }
}
