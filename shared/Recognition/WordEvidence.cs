namespace Ocr.Recognition;

/// <summary>
/// Measurements of how a word was read: its confidence is computed from them, and <c>training/fit_confidence.py</c> fits the weights.
/// </summary>
public sealed record WordEvidence
{
    /// <summary>The recognizer's own calibrated confidence, 0–1.</summary>
    public required float Reading { get; init; }

    /// <summary>Height of its box, pixels of the page.</summary>
    public required float Height { get; init; }

    /// <summary>Standard deviation of its crop, gray levels.</summary>
    public required float Contrast { get; init; }

    /// <summary>Distance from the first ink to the first character's time step, as a multiple of the crop's height.</summary>
    public required float Lead { get; init; }

    /// <summary>
    /// Distances from each character's time step to the next one's, and from the last one's to the end of the ink, as multiples of the crop's
    /// height. A character that was not read leaves a wide gap.
    /// </summary>
    public required IReadOnlyList<float> Advances { get; init; }

    /// <summary>Number of readings of its region when there were several, otherwise 0.</summary>
    public int Readings { get; init; }

    /// <summary>Number of these readings with the same text.</summary>
    public int Agreeing { get; init; }

    /// <inheritdoc/>
    public bool Equals(WordEvidence? other) => other is not null
        && (Reading, Height, Contrast, Lead, Readings, Agreeing) == (other.Reading, other.Height, other.Contrast, other.Lead, other.Readings, other.Agreeing)
        && Advances.SequenceEqual(other.Advances);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Reading, Height, Contrast, Lead, Readings, Agreeing, Advances.Count);
}
