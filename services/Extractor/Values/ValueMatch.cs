namespace Ocr.Extractor.Values;

/// <summary>A value that a grammar found in a run.</summary>
/// <param name="Start">Index of the first character in the run.</param>
/// <param name="End">Index after the last character.</param>
/// <param name="Value">In the grammar's form; a <see cref="Normalizer"/> converts it to the reported form. As printed when there is a <see cref="Problem"/>.</param>
internal sealed record ValueMatch(int Start, int End, string Value)
{
    /// <summary>Factor of the certainty when adjacent digits do not belong to the value.</summary>
    private const double Piece = 0.7;

    /// <summary>0–1: certainty that these characters are such a value.</summary>
    public double Quality { get; init; } = 1;

    /// <summary>Reason for a <see cref="Quality"/> below 1 that operators should see, Spanish.</summary>
    public string? Doubt { get; init; }

    /// <summary>Returns the match with a doubt: adjacent digits do not belong to it, so one number may have been read as two words.</summary>
    /// <param name="beside">Where they are, Spanish, such as <c>al monto</c>.</param>
    public ValueMatch AsPiece(string beside) => this with { Quality = Quality * Piece, Doubt = $"Hay más cifras junto {beside}: puede ser una parte" };

    /// <summary>Information for the operator, Spanish, that is not a doubt.</summary>
    public string? Note { get; init; }

    /// <summary>Reason why the characters at the place of the value are not a value, Spanish.</summary>
    public string? Problem { get; init; }

    /// <summary>Reason why a well-formed value is invalid, Spanish.</summary>
    public string? Flaw { get; init; }

    public string? Format { get; init; }

    public string? Currency { get; init; }

    /// <summary>Whether an amount's unit is printed with it.</summary>
    public bool HasUnit { get; init; }

    public string? Prefix { get; init; }

    public int? Length { get; init; }

    public string? Parsed { get; init; }

    public bool Masked { get; init; }

    public bool PrefixInferred { get; init; }
}
