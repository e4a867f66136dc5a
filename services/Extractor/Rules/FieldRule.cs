using Ocr.Extractor.Values;

namespace Ocr.Extractor.Rules;

/// <summary>The rule of one field: its sources in the order in which they are tried, and the constraints on its value.</summary>
internal sealed record FieldRule
{
    /// <summary>Key of the field.</summary>
    public required string Field { get; init; }

    /// <summary>Rules with a higher priority run first; a rule may use the results of earlier ones.</summary>
    public required int Priority { get; init; }

    public required IReadOnlyList<SourceRule> Sources { get; init; }

    /// <summary>Name of the <see cref="Values.Normalizer"/> for the values of its grammars.</summary>
    public string Normalizer { get; init; } = Values.Normalizers.AsRead;

    public required ValidatorRule Validator { get; init; }

    /// <summary>Whether the payer wrote it: words in it that look like labels are not labels.</summary>
    public bool FreeText { get; init; }

    /// <summary>Whether it describes the payer: an app may be detected by the value next to its label.</summary>
    public bool Payer { get; init; }

    /// <summary>Whether it is a number whose length depends on the app.</summary>
    public bool LengthByApp { get; init; }
}
