namespace Ocr.Extractor.Context;

/// <summary>The evidence against a value: the product of its factors, and the reasons for the operator.</summary>
internal sealed class Evidence(double confidence)
{
    private List<string>? _doubts;

    /// <summary>0–1, four decimals.</summary>
    public double Confidence => Math.Round(Math.Clamp(confidence, 0, 1), 4);

    /// <summary>Reasons, Spanish.</summary>
    public IReadOnlyList<string> Doubts => _doubts ?? (IReadOnlyList<string>)[];

    public Evidence Weigh(double factor, string? doubt = null)
    {
        confidence *= factor;
        if (doubt is not null)
        {
            (_doubts ??= []).Add(doubt);
        }

        return this;
    }
}
