using System.Diagnostics.Metrics;
using Ocr.Results.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Telemetry;

/// <summary>The instruments of Results.</summary>
internal sealed class ResultsMetrics
{
    private readonly Counter<long> _stored;
    private readonly Counter<long> _duplicates;
    private readonly Histogram<double> _duration;

    public ResultsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Metrics.ResultsMeter);
        _stored = meter.Counter(Metrics.Stored);
        _duplicates = meter.Counter(Metrics.Duplicates);
        _duration = meter.Histogram(Metrics.Duration);
    }

    /// <summary>A result was stored.</summary>
    /// <param name="row">The result.</param>
    /// <param name="batchOpenedAt">When its batch was opened, UTC.</param>
    public void Stored(ResultRow row, DateTimeOffset batchOpenedAt)
    {
        var outcome = KeyValuePair.Create<string, object?>(Metrics.OutcomeTag, row.ReasonCode ?? "success");
        _stored.Add(1, outcome);
        _duration.Record(Math.Max(0, (row.StoredAt - batchOpenedAt).TotalSeconds), outcome);
    }

    /// <summary>A message of a receipt that already has its result arrived.</summary>
    public void Duplicate() => _duplicates.Add(1);
}
