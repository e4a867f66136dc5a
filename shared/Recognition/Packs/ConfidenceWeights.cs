namespace Ocr.Recognition.Packs;

/// <summary>
/// What each piece of a word's <see cref="WordEvidence"/> weighs in the log-odds of its being right, for one profile; fitted by
/// <c>training/fit_confidence.py</c>, which has the same formula.
/// </summary>
internal sealed record ConfidenceWeights
{
    /// <summary>Log-odds of a word of which nothing is known.</summary>
    public required double Bias { get; init; }

    /// <summary>Of the log-odds of the recogniser's own confidence.</summary>
    public required double Reading { get; init; }

    /// <summary>Of log2(height / 16), the height in pixels from 4 to 32.</summary>
    public required double Height { get; init; }

    /// <summary>Of log2(contrast / 32), the contrast from 2 to 64 grey levels.</summary>
    public required double Contrast { get; init; }

    /// <summary>Of the ink before the first character, heights from 0 to 0.8.</summary>
    public required double Lead { get; init; }

    /// <summary>Of the ink behind the last character less what is usual of it, heights from -0.1 to 0.5.</summary>
    public required double Trail { get; init; }

    /// <summary>Of the widest gap behind a character less what is usual of it and 0.12, heights from 0 to 0.4.</summary>
    public required double Gap { get; init; }

    /// <summary>Of its having been read more than once.</summary>
    public required double Again { get; init; }

    /// <summary>Of the share of these readings that said something else.</summary>
    public required double Disagreement { get; init; }
}
