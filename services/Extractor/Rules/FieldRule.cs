namespace Ocr.Extractor.Rules;

/// <summary>How one field is found: sources in the order in which they are tried, and what its value must satisfy.</summary>
internal sealed record FieldRule
{
    /// <summary>Key of the field.</summary>
    public required string Field { get; init; }

    /// <summary>Rules with a higher one run first; a rule may use the results of those before it.</summary>
    public required int Priority { get; init; }

    public required IReadOnlyList<SourceRule> Sources { get; init; }

    /// <summary>Name of the <see cref="Values.Normalizer"/> of what its grammars find.</summary>
    public string Normalizer { get; init; } = Values.Normalizers.AsRead;

    public required ValidatorRule Validator { get; init; }

    /// <summary>What the payer wrote: words there that look like labels are none.</summary>
    public bool FreeText { get; init; }

    /// <summary>About the payer: an app may be known by what stands beside its labels.</summary>
    public bool Payer { get; init; }

    /// <summary>A number whose length the app tells.</summary>
    public bool LengthByApp { get; init; }
}
