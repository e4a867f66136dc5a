namespace Ocr.Extractor.Scoring;

/// <summary>Writes the numbers of one token in sequence.</summary>
/// <param name="numbers">Buffer for all of them.</param>
internal ref struct FeatureWriter(Span<float> numbers)
{
    private readonly Span<float> _numbers = numbers;
    private int _place;

    /// <summary>Writes a flag.</summary>
    public void Add(bool flag) => Add(flag ? 1f : 0f);

    /// <summary>Writes a number unchanged.</summary>
    public void Add(double number) => _numbers[_place++] = (float)number;

    /// <summary>Writes the natural logarithm of a ratio, limited to −3 to 3.</summary>
    public void Log(double ratio) => Add(Math.Clamp(Math.Log(Math.Max(ratio, 1e-3)), -3, 3));

    /// <summary>Writes one flag for each half-open range between the ascending edges; the first ends before the first edge.</summary>
    public void Bins(int value, int[] edges)
    {
        var bin = 0;
        while (bin < edges.Length && value >= edges[bin])
        {
            bin++;
        }

        for (var i = 0; i <= edges.Length; i++)
        {
            Add(i == bin);
        }
    }

    /// <summary>Checks that every number was written.</summary>
    /// <exception cref="InvalidOperationException">The number of values differs from <see cref="PageFeatures.NumbersPerToken"/>.</exception>
    public readonly void End()
    {
        if (_place != _numbers.Length)
        {
            throw new InvalidOperationException($"{_place} numbers were written; {nameof(PageFeatures)} has room for {_numbers.Length}.");
        }
    }
}
