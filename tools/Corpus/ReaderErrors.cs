namespace Ocr.Corpus;

/// <summary>One kind of reading error: its simulated rate and the confidences of words with it.</summary>
/// <param name="Rate">Fraction of the words to which it can apply.</param>
/// <param name="Confidences">Number of measured words with this error in each bin of <see cref="ReaderErrors.Edges"/>.</param>
internal sealed record ErrorKind(double Rate, int[] Confidences)
{
    /// <summary>Returns a random confidence of a word with this error.</summary>
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
/// Errors of the shipped reader, pack compact-2.1.0, counted on the rendered receipts of <c>benchmarks/results/confidence.md</c> (560 pages in
/// eleven conditions, 29,653 words at a printed word, profile balanced; the few errors of digits include those of high_confidence. In ultra_rapido
/// one of three replaced digits has a confidence of 0.94; here none has). The confidences are measured. The rates are the measured ones or higher;
/// each comment states the measured one.
/// </summary>
internal static class ReaderErrors
{
    public static IReadOnlyList<double> Edges { get; } = [0, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

    public static ErrorKind RightText { get; } = new(1, [40, 194, 474, 573, 1339, 2020, 4365, 4674, 5933, 3290]);

    public static ErrorKind RightNumber { get; } = new(1, [4, 29, 50, 62, 189, 422, 1259, 1677, 1831, 398]);

    /// <summary>A replaced letter: 2.2 % of the words without digits.</summary>
    public static ErrorKind Letter { get; } = new(0.03, [15, 85, 165, 103, 96, 37, 18, 4, 1, 0]);

    /// <summary>A lost accent: 0.6 % of the words with one; far more in other readers.</summary>
    public static ErrorKind Accent { get; } = new(0.1, [15, 85, 165, 103, 96, 37, 18, 4, 1, 0]);

    /// <summary>A digit replaced by another, which cannot be restored: 0.03 % of the numbers.</summary>
    public static ErrorKind Digit { get; } = new(0.005, [2, 0, 2, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A digit read as a similar letter: 0.02 % of the numbers.</summary>
    public static ErrorKind DigitAsLetter { get; } = new(0.005, [1, 0, 2, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A lost digit between others: 0.05 % of the numbers.</summary>
    public static ErrorKind DigitLost { get; } = new(0.001, [4, 2, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The first or last digit cropped with its part of the box: 0.15 % of the numbers; 0.58 % in the worst condition.</summary>
    public static ErrorKind EdgeCut { get; } = new(0.0067, [1, 3, 5, 5, 6, 7, 7, 1, 0, 0]);

    /// <summary>One word read as two, or two as one: 1.1 % of the words.</summary>
    public static ErrorKind SplitOrGlued { get; } = new(0.012, [10, 20, 14, 17, 40, 40, 64, 54, 39, 37]);

    /// <summary>A word of a label or title that was not found: about 1 % in the worst conditions.</summary>
    public static ErrorKind Dropped { get; } = new(0.005, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>An icon read as a character: 0.5 % of all words.</summary>
    public static ErrorKind Icon { get; } = new(0.15, [47, 66, 25, 4, 1, 0, 0, 2, 1, 0]);
}
