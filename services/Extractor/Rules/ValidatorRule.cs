namespace Ocr.Extractor.Rules;

/// <summary>A named check with its bounds, whose meaning the check gives (length, year, amount).</summary>
internal sealed record ValidatorRule
{
    public required string Name { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Of a date: days after the image arrived from which it is not valid.</summary>
    public int? MaxAheadDays { get; init; }

    /// <summary>Of a date: days before the image arrived from which it is doubtful.</summary>
    public int? MaxAgeDays { get; init; }
}
