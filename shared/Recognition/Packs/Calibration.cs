namespace Ocr.Recognition.Packs;

/// <summary>
/// The weights that convert a recognizer's output for a word into the share of such words that are right: a logistic regression over the
/// log-odds of the word's least probable character and of its least probable blank step, the logarithm of its height and that of its
/// length, fitted on pages that were not used for training (<c>training/calibrate.py</c>, which contains the same formula).
/// </summary>
internal sealed record Calibration
{
    // Beyond these log-odds the float32 softmax carries no information.
    private const double Surest = 9;

    /// <summary>Bias of the log-odds.</summary>
    public required double Bias { get; init; }

    /// <summary>Weight of the log-odds of the least probable character.</summary>
    public required double Symbol { get; init; }

    /// <summary>Weight of the log-odds of the least probable step without a character.</summary>
    public required double Blank { get; init; }

    /// <summary>Weight of log2(height / 16), the height in pixels of the upright image, at most 32.</summary>
    public required double Height { get; init; }

    /// <summary>Weight of log2 of the number of characters.</summary>
    public required double Length { get; init; }

    /// <summary>Returns the probability, 0–1, that every character of the word is right.</summary>
    /// <param name="minSymbol">Probability of its least probable character.</param>
    /// <param name="minBlank">Probability of its least probable step without a character, 1 when there is no such step.</param>
    /// <param name="height">Height of its box, pixels.</param>
    /// <param name="length">Number of characters, at least 1.</param>
    public double Confidence(double minSymbol, double minBlank, double height, int length)
    {
        var logOdds = Bias
            + (Symbol * LogOdds(minSymbol))
            + (Blank * LogOdds(minBlank))
            + (Height * Math.Log2(Math.Clamp(height, 2, 32) / 16))
            + (Length * Math.Log2(length));
        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>Returns the log-odds of a probability, limited to ±9.</summary>
    public static double LogOdds(double probability) =>
        Math.Clamp(Math.Log(Math.Max(probability, 1e-9) / Math.Max(1 - probability, 1e-9)), -Surest, Surest);
}
