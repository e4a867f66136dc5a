namespace Ocr.Extractor.Values;

/// <summary>A named check with its bounds; the check defines their meaning (length, year, amount).</summary>
internal sealed record ValidatorRule
{
    public required string Name { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>For a date: number of days after the upload from which it is invalid.</summary>
    public int? MaxAheadDays { get; init; }

    /// <summary>For a date: number of days before the upload from which it has a note and less confidence.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>0–1: a value whose words were read with lower confidence is invalid.</summary>
    public double? MinReading { get; init; }
}
