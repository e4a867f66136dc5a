namespace Ocr.Extractor.Rules;

/// <summary>What tells a receipt from other images: the logistic of the bias and the weights of the signs that are seen.</summary>
internal sealed record ReceiptRule
{
    /// <summary>Least score of a receipt, 0–1.</summary>
    public required double Threshold { get; init; }

    /// <summary>Log-odds of an image on which no sign is seen.</summary>
    public required double Bias { get; init; }

    /// <summary>Signs that the fields give, by name.</summary>
    public required IReadOnlyDictionary<string, FieldSign> FieldSigns { get; init; }

    /// <summary>What counts, for (positive) or against (negative).</summary>
    public required IReadOnlyList<SignWeight> Signs { get; init; }

    /// <summary>Reasons why an image is no receipt: the first whose signs are all seen; the last needs none.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }
}

/// <summary>What a sign counts.</summary>
/// <param name="Sign">One of <c>ReceiptSigns</c> or of <see cref="ReceiptRule.FieldSigns"/>.</param>
/// <param name="Weight">Log-odds that it adds.</param>
/// <param name="Text">What it is, Spanish, for the operator.</param>
internal sealed record SignWeight(string Sign, double Weight, string Text);

/// <summary>A reason why an image is no receipt.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Signs">Names of the signs that must all be seen.</param>
/// <param name="Text">A sentence, Spanish, for the operator.</param>
internal sealed record Refusal(string Code, IReadOnlyList<string> Signs, string Text);
