namespace Ocr.Extractor.Engine;

/// <summary>What speaks against a value, multiplied up, with the reasons that an operator can read.</summary>
internal sealed class Evidence(double confidence)
{
    private List<string>? _doubts;

    /// <summary>0–1, four decimals.</summary>
    public double Confidence => Math.Round(Math.Clamp(confidence, 0, 1), 4);

    /// <summary>Spanish.</summary>
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
