namespace Ocr.Recognition.Packs;

/// <summary>
/// Weights of a word's <see cref="WordEvidence"/> in the log-odds of the word being right, for one profile; fitted by
/// <c>training/fit_confidence.py</c>, which contains the same formula.
/// </summary>
internal sealed record ConfidenceWeights
{
    /// <summary>Bias of the log-odds.</summary>
    public required double Bias { get; init; }

    /// <summary>Weight of the log-odds of the recognizer's own confidence.</summary>
    public required double Reading { get; init; }

    /// <summary>Weight of log2(height / 16), the height in pixels from 4 to 32.</summary>
    public required double Height { get; init; }

    /// <summary>Weight of log2(contrast / 32), the contrast from 2 to 64 gray levels.</summary>
    public required double Contrast { get; init; }

    /// <summary>Weight of the ink before the first character, heights from 0 to 0.8.</summary>
    public required double Lead { get; init; }

    /// <summary>Weight of the ink after the last character minus its usual value, heights from -0.1 to 0.5.</summary>
    public required double Trail { get; init; }

    /// <summary>Weight of the widest gap after a character minus its usual value and 0.12, heights from 0 to 0.4.</summary>
    public required double Gap { get; init; }

    /// <summary>Weight of the word having been read more than once.</summary>
    public required double Again { get; init; }

    /// <summary>Weight of the share of these readings with another text.</summary>
    public required double Disagreement { get; init; }
}
