namespace Ocr.Contracts;

/// <summary>Request of Results to Extractor: check values that a person typed. The response is <see cref="FieldsChecked"/>.</summary>
public sealed record CheckFields
{
    /// <summary>Typed values by key, <see cref="FieldKeys"/>; none is blank.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Day of the upload, against which dates are checked.</summary>
    public DateOnly? ArrivedOn { get; init; }
}
