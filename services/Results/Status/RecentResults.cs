using Ocr.Contracts;
using Ocr.Contracts.Status;
using Ocr.Results.Data;

namespace Ocr.Results.Status;

/// <summary>Statistics of one result, without its documents.</summary>
internal sealed record ResultStatistics(
    bool Succeeded, bool IsReceipt, bool CacheHit, double Seconds, double Confidence, int FoundFields, int ValidFields);

/// <summary>Times and quality of the last results.</summary>
/// <param name="results">The last results, at most <see cref="Max"/>.</param>
internal sealed class RecentResults(IReadOnlyList<ResultStatistics> results)
{
    /// <summary>Number of results in the statistics.</summary>
    public const int Max = 1000;

    private static readonly (string Name, double From)[] Bands =
        [("0.9-1.0", 0.9), ("0.8-0.9", 0.8), ("0.7-0.8", 0.7), ("0.6-0.7", 0.6), ("0.0-0.6", 0)];

    private readonly ResultStatistics[] _read = [.. results.Where(row => row.Succeeded)];

    /// <summary>Seconds of recognition, of words that did not come from the cache.</summary>
    public ProcessingTimes ProcessingTimes()
    {
        double[] seconds = [.. _read.Where(row => !row.CacheHit).Select(row => row.Seconds)];
        return new ProcessingTimes
        {
            AveragePerFile = Rounded(Statistics.Mean(seconds)),
            MedianPerFile = Rounded(Statistics.Percentile(seconds, 0.5)),
            Percentile95 = Rounded(Statistics.Percentile(seconds, 0.95)),
            Fastest = Rounded(Statistics.Percentile(seconds, 0)),
            Slowest = Rounded(Statistics.Percentile(seconds, 1)),
        };
    }

    /// <summary>Mean confidence of the words of a result, over those that have words; the distribution counts results.</summary>
    public ConfidenceScores ConfidenceScores()
    {
        double[] scores = [.. _read.Where(row => row.Confidence > 0).Select(row => row.Confidence)];
        return new ConfidenceScores
        {
            Average = Rounded(Statistics.Mean(scores)),
            Median = Rounded(Statistics.Percentile(scores, 0.5)),
            Percentile95 = Rounded(Statistics.Percentile(scores, 0.95)),
            Lowest = Rounded(Statistics.Percentile(scores, 0)),
            Distribution = Bands.Select((band, index) => (
                band.Name, Count: scores.LongCount(score => score >= band.From && (index == 0 || score < Bands[index - 1].From)))).ToDictionary(),
        };
    }

    /// <summary>Share of the found values that are valid: five fields and their mean. It is the available estimate of accuracy without ground truth.</summary>
    public ExtractionAccuracy ExtractionAccuracy()
    {
        double[] shares =
        [
            Validity(FieldKeys.Monto), Validity(FieldKeys.Referencia), Validity(FieldKeys.Telefono), Validity(FieldKeys.BancoOrigen), Validity(FieldKeys.FechaOperacion),
        ];
        return new ExtractionAccuracy
        {
            Monto = Rounded(shares[0]),
            Referencia = Rounded(shares[1]),
            Telefono = Rounded(shares[2]),
            Banco = Rounded(shares[3]),
            Fecha = Rounded(shares[4]),
            Overall = Rounded(Statistics.Mean(shares)),
        };
    }

    /// <summary>Number of receipts with a value and with a valid value, by field.</summary>
    public IReadOnlyDictionary<string, FieldCounts> Fields() => FieldKeys.All.ToDictionary(key => key, key => new FieldCounts(Found(key), Valid(key)));

    private double Validity(string key) => Found(key) is var found and > 0 ? (double)Valid(key) / found : 0;

    private int Found(string key) => _read.Count(row => row.IsReceipt && FieldBits.Has(row.FoundFields, key));

    private int Valid(string key) => _read.Count(row => row.IsReceipt && FieldBits.Has(row.ValidFields, key));

    private static double Rounded(double value) => Math.Round(value, 4);
}
