using System.Diagnostics.Metrics;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Results.Telemetry;

/// <summary>The instruments of Results.</summary>
internal sealed class ResultsMetrics
{
    private readonly Counter<long> _stored;
    private readonly Counter<long> _decided;
    private readonly Counter<long> _draws;
    private readonly Counter<long> _duplicates;
    private readonly Histogram<double> _duration;

    public ResultsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Metrics.ResultsMeter);
        _stored = meter.Counter(Metrics.Stored);
        _decided = meter.Counter(Metrics.Decided);
        _draws = meter.Counter(Metrics.Draws);
        _duplicates = meter.Counter(Metrics.Duplicates);
        _duration = meter.Histogram(Metrics.Duration);
    }

    /// <summary>A result was stored.</summary>
    /// <param name="row">The result.</param>
    /// <param name="completed">Outcome of the receipt.</param>
    /// <param name="decision">Decision on it, with its duplicates; one of <see cref="Verdicts"/>.</param>
    public void Stored(ResultRow row, CompletedReceipt completed, string decision)
    {
        var bank = completed.Field(FieldKeys.BancoOrigen).Prefix ?? Metrics.NoBank;
        _decided.Add(1, new(Metrics.DecisionTag, decision), new(Metrics.BankTag, bank));
        _draws.Add(1, new(Metrics.DrawTag, completed.Receipt.Metadata.DrawNumber), new(Metrics.DecisionTag, decision));
        var outcome = KeyValuePair.Create<string, object?>(Metrics.OutcomeTag, row.ReasonCode ?? "success");
        _stored.Add(1, outcome);
        _duration.Record(Math.Max(0, (row.StoredAt - completed.Batch.OpenedAt).TotalSeconds), outcome);
    }

    /// <summary>A message of a receipt that already has its result arrived.</summary>
    public void Duplicate() => _duplicates.Add(1);
}
