using System.Text.Json.Nodes;
using Ocr.Contracts;
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

    private static readonly (string Name, string Key)[] Shown =
    [
        ("monto", FieldKeys.Monto), ("referencia", FieldKeys.Referencia), ("telefono", FieldKeys.Telefono),
        ("banco", FieldKeys.BancoOrigen), ("fecha", FieldKeys.FechaOperacion),
    ];

    private static readonly (string Name, double From)[] Bands =
        [("0.9-1.0", 0.9), ("0.8-0.9", 0.8), ("0.7-0.8", 0.7), ("0.6-0.7", 0.6), ("0.0-0.6", 0)];

    private readonly ResultStatistics[] _read = [.. results.Where(row => row.Succeeded)];

    /// <summary>Seconds of recognition, of words that did not come from the cache.</summary>
    public JsonObject ProcessingTimes()
    {
        double[] seconds = [.. _read.Where(row => !row.CacheHit).Select(row => row.Seconds)];
        return new JsonObject
        {
            ["average_per_file"] = Rounded(Statistics.Mean(seconds)),
            ["median_per_file"] = Rounded(Statistics.Percentile(seconds, 0.5)),
            ["percentile_95"] = Rounded(Statistics.Percentile(seconds, 0.95)),
            ["fastest"] = Rounded(Statistics.Percentile(seconds, 0)),
            ["slowest"] = Rounded(Statistics.Percentile(seconds, 1)),
        };
    }

    /// <summary>Mean confidence of the words of a result, over those that have words; the distribution counts results.</summary>
    public JsonObject ConfidenceScores()
    {
        double[] scores = [.. _read.Where(row => row.Confidence > 0).Select(row => row.Confidence)];
        return new JsonObject
        {
            ["average"] = Rounded(Statistics.Mean(scores)),
            ["median"] = Rounded(Statistics.Percentile(scores, 0.5)),
            ["percentile_95"] = Rounded(Statistics.Percentile(scores, 0.95)),
            ["lowest"] = Rounded(Statistics.Percentile(scores, 0)),
            ["distribution"] = new JsonObject(Bands.Select((band, index) => KeyValuePair.Create<string, JsonNode?>(
                band.Name, scores.Count(score => score >= band.From && (index == 0 || score < Bands[index - 1].From))))),
        };
    }

    /// <summary>Share of the found values that are valid, 0–1: five fields and their mean. It is the available estimate of accuracy without ground truth.</summary>
    public JsonObject ExtractionAccuracy()
    {
        var shown = new JsonObject(Shown.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Rounded(Validity(field.Key)))));
        shown["overall"] = Rounded(Statistics.Mean([.. Shown.Select(field => Validity(field.Key))]));
        return shown;
    }

    /// <summary>Per field: number of receipts with a value, and number of those with a valid value.</summary>
    public JsonObject Fields() => new(FieldKeys.All.Select(key => KeyValuePair.Create<string, JsonNode?>(
        key, new JsonObject { ["found"] = Found(key), ["valid"] = Valid(key) })));

    private double Validity(string key) => Found(key) is var found and > 0 ? (double)Valid(key) / found : 0;

    private int Found(string key) => _read.Count(row => row.IsReceipt && FieldBits.Has(row.FoundFields, key));

    private int Valid(string key) => _read.Count(row => row.IsReceipt && FieldBits.Has(row.ValidFields, key));

    private static double Rounded(double value) => Math.Round(value, 4);
}
