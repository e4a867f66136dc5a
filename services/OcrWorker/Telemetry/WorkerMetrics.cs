using System.Diagnostics.Metrics;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Inference;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Telemetry;

/// <summary>The worker's instruments. Tags name kinds, never receipts.</summary>
internal sealed class WorkerMetrics
{
    private readonly Counter<long> _recognized;
    private readonly Counter<long> _readAhead;
    private readonly Histogram<double> _inference;

    public WorkerMetrics(IMeterFactory meters, InferencePool pool, IWordCache cache)
    {
        var meter = meters.Create(WorkerMetricNames.Meter);
        _recognized = meter.CreateCounter<long>(WorkerMetricNames.Recognized, "{receipt}", "Receipts answered.");
        _readAhead = meter.CreateCounter<long>(WorkerMetricNames.ReadAhead, "{receipt}", "Uploads read before their batch.");
        _inference = meter.CreateHistogram(
            WorkerMetricNames.InferenceDuration, "s", "Decoding and inference of one image.", tags: null,
            advice: new InstrumentAdvice<double>
            {
                // The exporter's default buckets are made for milliseconds and put every receipt into the first.
                HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5],
            });
        meter.CreateObservableGauge(WorkerMetricNames.QueueLength, () => pool.QueueLength, "{image}", "Images waiting for a thread.");
        meter.CreateObservableGauge(WorkerMetricNames.CacheEntries, () => cache.Count, "{image}", "Images whose words are kept.");
    }

    /// <summary>A receipt was answered.</summary>
    public void Recognized(string outcome, string profile) =>
        _recognized.Add(1, new(WorkerMetricNames.OutcomeTag, outcome), new(WorkerMetricNames.ProfileTag, profile));

    /// <summary>An upload was read ahead, or was not to be read.</summary>
    public void ReadAhead(string outcome) => _readAhead.Add(1, new KeyValuePair<string, object?>(WorkerMetricNames.OutcomeTag, outcome));

    /// <summary>An inference took <paramref name="seconds"/>.</summary>
    public void Inferred(double seconds, ReadingProfile profile) =>
        _inference.Record(seconds, new KeyValuePair<string, object?>(WorkerMetricNames.LookTag, LookName(profile)));

    private static string LookName(ReadingProfile profile) => profile switch
    {
        ReadingProfile.Fast => "fast",
        ReadingProfile.Balanced => "balanced",
        _ => "thorough",
    };
}
