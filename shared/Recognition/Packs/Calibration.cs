namespace Ocr.Recognition.Packs;

/// <summary>
/// The weights that turn what a recogniser says of a word into the share of such words that are right: a logistic regression over the
/// log-odds of the word's least probable character and of its least probable blank step, the logarithm of its height and that of its
/// length, fitted on pages that training did not see (<c>training/calibrate.py</c>, which has the same formula).
/// </summary>
internal sealed record Calibration
{
    // Beyond these log-odds a float32 softmax says nothing any more.
    private const double Surest = 9;

    /// <summary>Log-odds of a word of which nothing is known.</summary>
    public required double Bias { get; init; }

    /// <summary>Weight of the log-odds of the least probable character.</summary>
    public required double Symbol { get; init; }

    /// <summary>Weight of the log-odds of the least probable step without a character.</summary>
    public required double Blank { get; init; }

    /// <summary>Weight of log2(height / 16), the height in pixels of the upright image, at most 32.</summary>
    public required double Height { get; init; }

    /// <summary>Weight of log2 of the number of characters.</summary>
    public required double Length { get; init; }

    /// <summary>Probability, 0–1, that the word is right to the letter.</summary>
    /// <param name="leastSymbol">Probability of its least probable character.</param>
    /// <param name="leastBlank">Probability of its least probable step without a character, 1 when there is none.</param>
    /// <param name="height">Height of its box, pixels.</param>
    /// <param name="length">Characters, at least 1.</param>
    public double Confidence(double leastSymbol, double leastBlank, double height, int length)
    {
        var logOdds = Bias
            + (Symbol * LogOdds(leastSymbol))
            + (Blank * LogOdds(leastBlank))
            + (Height * Math.Log2(Math.Clamp(height, 2, 32) / 16))
            + (Length * Math.Log2(length));
        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>Log-odds of a probability, within ±9.</summary>
    public static double LogOdds(double probability) =>
        Math.Clamp(Math.Log(Math.Max(probability, 1e-9) / Math.Max(1 - probability, 1e-9)), -Surest, Surest);
}
