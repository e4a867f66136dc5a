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
/// Errors of the reader that ships, pack compact-2.1.0, counted on the rendered receipts of <c>benchmarks/results/confidence.md</c> (560 pages in
/// eleven conditions, 29,653 words at a printed word, profile balanced; the few errors of digits pooled with
/// high_confidence. In ultra_rapido one digit in three that was taken for another came with 0.94; here none does). The confidences are the measured ones. The rates are the measured ones or higher: each comment says what was measured.
/// </summary>
internal static class ReaderErrors
{
    public static IReadOnlyList<double> Edges { get; } = [0, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

    public static ErrorKind RightText { get; } = new(1, [40, 194, 474, 573, 1339, 2020, 4365, 4674, 5933, 3290]);

    public static ErrorKind RightNumber { get; } = new(1, [4, 29, 50, 62, 189, 422, 1259, 1677, 1831, 398]);

    /// <summary>A letter for another: 2.2 % of the words without figures.</summary>
    public static ErrorKind Letter { get; } = new(0.03, [15, 85, 165, 103, 96, 37, 18, 4, 1, 0]);

    /// <summary>An accent gone: in 0.6 % of the words that have one; far more in other readers.</summary>
    public static ErrorKind Accent { get; } = new(0.1, [15, 85, 165, 103, 96, 37, 18, 4, 1, 0]);

    /// <summary>A digit for another digit, which nothing can undo: in 0.03 % of the numbers.</summary>
    public static ErrorKind Digit { get; } = new(0.005, [2, 0, 2, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A digit for a letter like it: in 0.02 % of the numbers.</summary>
    public static ErrorKind DigitAsLetter { get; } = new(0.005, [1, 0, 2, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A digit between others gone: in 0.05 % of the numbers.</summary>
    public static ErrorKind DigitLost { get; } = new(0.001, [4, 2, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The first or last digit cut off with its part of the box: 0.15 % of the numbers; 0.58 % with the worst condition.</summary>
    public static ErrorKind EdgeCut { get; } = new(0.0067, [1, 3, 5, 5, 6, 7, 7, 1, 0, 0]);

    /// <summary>One word read as two, or two as one: 1.1 % of the words read are such.</summary>
    public static ErrorKind SplitOrGlued { get; } = new(0.012, [10, 20, 14, 17, 40, 40, 64, 54, 39, 37]);

    /// <summary>A label's or title's word not found: about 1 % in the worst conditions.</summary>
    public static ErrorKind Dropped { get; } = new(0.005, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>An icon read as a character: 0.5 % of all words read.</summary>
    public static ErrorKind Icon { get; } = new(0.15, [47, 66, 25, 4, 1, 0, 0, 2, 1, 0]);
}
