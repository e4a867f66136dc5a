namespace Ocr.Recognition;

/// <summary>
/// What is known of how a word was read, beside its text: what its confidence is made from, and what <c>training/fit_confidence.py</c> fits it to.
/// </summary>
public sealed record WordEvidence
{
    /// <summary>How sure the recogniser alone is, 0–1: its own calibration.</summary>
    public required float Reading { get; init; }

    /// <summary>Height of its box, pixels of the page.</summary>
    public required float Height { get; init; }

    /// <summary>Standard deviation of its crop, grey levels.</summary>
    public required float Contrast { get; init; }

    /// <summary>From the first ink to the first character's time step, heights of the crop.</summary>
    public required float Lead { get; init; }

    /// <summary>
    /// From each character's time step to the next one's, from the last one's to the end of the ink, heights of the crop: a character that
    /// was not read leaves a wide gap.
    /// </summary>
    public required IReadOnlyList<float> Advances { get; init; }

    /// <summary>Readings of its region when one was not enough, else 0.</summary>
    public int Readings { get; init; }

    /// <summary>Of these, the ones that said the same.</summary>
    public int Agreeing { get; init; }

    /// <inheritdoc/>
    public bool Equals(WordEvidence? other) => other is not null
        && (Reading, Height, Contrast, Lead, Readings, Agreeing) == (other.Reading, other.Height, other.Contrast, other.Lead, other.Readings, other.Agreeing)
        && Advances.SequenceEqual(other.Advances);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Reading, Height, Contrast, Lead, Readings, Agreeing, Advances.Count);
}
