namespace Ocr.FieldDocuments;

/// <summary>Random choices of one document, reproducible by seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>Returns an integer from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Whole(int low, int high) => _random.Next(low, high + 1);

    public float Between(double low, double high) => (float)(low + ((high - low) * _random.NextDouble()));

    public T Pick<T>(IReadOnlyList<T> options) => options[_random.Next(options.Count)];

    /// <summary>Returns one of the options; an option's weight is its number of occurrences.</summary>
    public string Of(params string[] options) => Pick(options);

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        _random.Shuffle(shuffled);
        return shuffled;
    }
}
