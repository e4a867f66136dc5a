namespace Ocr.ReceiptCli.Scoring;

/// <summary>A number of right items of a total.</summary>
internal readonly record struct Share(int Right, int Total)
{
    /// <summary>0–100; 100 for a total of 0.</summary>
    public double Percent => Total == 0 ? 100 : 100.0 * Right / Total;

    public static Share Of<T>(IEnumerable<T> items, Func<T, bool> isRight)
    {
        var (right, total) = (0, 0);
        foreach (var item in items)
        {
            total++;
            right += isRight(item) ? 1 : 0;
        }

        return new Share(right, total);
    }
}
