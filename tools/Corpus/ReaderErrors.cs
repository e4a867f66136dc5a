namespace Ocr.Corpus;

/// <summary>One way in which the reader goes wrong: how often it is made to, and how sure of itself it is then.</summary>
/// <param name="Rate">Part of the words that could suffer it.</param>
/// <param name="Confidences">Words of each bin of <see cref="ReaderErrors.Edges"/> that were measured with this error.</param>
internal sealed record ErrorKind(double Rate, int[] Confidences)
{
    /// <summary>A confidence as the reader would give it with this error.</summary>
    public float Confidence(Random random)
    {
        var place = random.Next(Confidences.Sum());
        var bin = 0;
        while (place >= Confidences[bin])
        {
            place -= Confidences[bin++];
        }

        var (low, high) = (ReaderErrors.Edges[bin], ReaderErrors.Edges[bin + 1]);
        return (float)(low + ((high - low) * random.NextDouble()));
    }
}

/// <summary>
/// Errors of the reader that ships, counted on the rendered receipts of <c>benchmarks/results/confidence.md</c> (540 pages in eleven
/// conditions, 29,653 words at a printed word, profile balanced, which is the default; the few errors of digits pooled with high_confidence. In
/// ultra_rapido one digit in five that was taken for another came with 0.997; here none does). The confidences are the measured
/// ones. The rates are the measured ones or higher: each comment says what was measured.
/// </summary>
internal static class ReaderErrors
{
    public static IReadOnlyList<double> Edges { get; } = [0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1];

    public static ErrorKind RightText { get; } = new(1, [56, 220, 182, 405, 536, 991, 1028, 1210, 3498, 13840]);

    public static ErrorKind RightNumber { get; } = new(1, [10, 11, 13, 29, 52, 108, 136, 234, 814, 3438]);

    /// <summary>A letter for another: 2.3 % of the words without figures.</summary>
    public static ErrorKind Letter { get; } = new(0.03, [56, 128, 82, 91, 66, 42, 16, 17, 15, 6]);

    /// <summary>An accent gone: in 0.6 % of the words that have one; far more in other readers.</summary>
    public static ErrorKind Accent { get; } = new(0.1, [56, 128, 82, 91, 66, 42, 16, 17, 15, 6]);

    /// <summary>A digit for another digit, which nothing can undo: in 0.08 % of the numbers.</summary>
    public static ErrorKind Digit { get; } = new(0.005, [3, 1, 1, 2, 0, 0, 0, 0, 0, 0]);

    /// <summary>A digit for a letter like it: in 0.07 % of the numbers.</summary>
    public static ErrorKind DigitAsLetter { get; } = new(0.005, [4, 3, 2, 0, 1, 0, 0, 0, 0, 0]);

    /// <summary>A digit between others gone: in 0.04 % of the numbers.</summary>
    public static ErrorKind DigitLost { get; } = new(0.001, [3, 3, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The first or last digit cut off with its part of the box, and the reader sure of the rest: 0.17 % of the numbers; 0.67 % with the worst condition.</summary>
    public static ErrorKind EdgeCut { get; } = new(0.0067, [0, 2, 0, 0, 1, 2, 0, 3, 6, 24]);

    /// <summary>One word read as two, or two as one: 0.5 % of the words.</summary>
    public static ErrorKind SplitOrGlued { get; } = new(0.01, [8, 21, 9, 14, 14, 13, 4, 11, 28, 56]);

    /// <summary>A label's or title's word not found: about 1 % in the worst conditions.</summary>
    public static ErrorKind Dropped { get; } = new(0.005, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>An icon read as a character: 1.6 % of all words read.</summary>
    public static ErrorKind Icon { get; } = new(0.15, [42, 65, 17, 11, 15, 16, 20, 24, 64, 207]);
}
