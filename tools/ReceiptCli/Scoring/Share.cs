namespace Ocr.ReceiptCli.Scoring;

/// <summary>So many of so many.</summary>
internal readonly record struct Share(int Right, int Total)
{
    /// <summary>0–100; 100 of nothing.</summary>
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
