namespace Ocr.Extractor.Rules;

/// <summary>Distinguishes a receipt from other images: a logistic function of the bias and the weights of the signs that are present.</summary>
internal sealed record ReceiptRule
{
    /// <summary>Minimum score of a receipt, 0–1.</summary>
    public required double Threshold { get; init; }

    /// <summary>Log-odds of an image without signs.</summary>
    public required double Bias { get; init; }

    /// <summary>Signs of the fields, by name.</summary>
    public required IReadOnlyDictionary<string, FieldSign> FieldSigns { get; init; }

    /// <summary>Signs with their weights, for (positive) or against (negative) a receipt.</summary>
    public required IReadOnlyList<SignWeight> Signs { get; init; }

    /// <summary>Reasons why an image is not a receipt: the first one whose signs are all present applies; the last needs no sign.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }
}

/// <summary>Weight of a sign.</summary>
/// <param name="Sign">One of <c>ReceiptSigns</c> or of <see cref="ReceiptRule.FieldSigns"/>.</param>
/// <param name="Weight">Log-odds that it adds.</param>
/// <param name="Text">Description for the operator, Spanish.</param>
internal sealed record SignWeight(string Sign, double Weight, string Text);

/// <summary>A reason why an image is not a receipt.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Signs">Names of the signs that must all be present.</param>
/// <param name="Text">A sentence for the operator, Spanish.</param>
internal sealed record Refusal(string Code, IReadOnlyList<string> Signs, string Text);
