using System.Diagnostics.Metrics;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Inference;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.OcrWorker.Telemetry;

/// <summary>Metrics of the worker.</summary>
internal sealed class WorkerMetrics
{
    private const string Hit = "hit", Miss = "miss";

    private readonly Counter<long> _recognized;
    private readonly Counter<long> _readAhead;
    private readonly Counter<long> _cacheRequests;
    private readonly Histogram<double> _inference;
    private readonly Histogram<double> _words;
    private readonly Histogram<double> _confidence;

    public WorkerMetrics(IMeterFactory meters, InferencePool pool, IWordCache cache)
    {
        var meter = meters.Create(Metrics.WorkerMeter);
        _recognized = meter.Counter(Metrics.Recognized);
        _readAhead = meter.Counter(Metrics.ReadAhead);
        _cacheRequests = meter.Counter(Metrics.CacheRequests, Hit, Miss);
        _inference = meter.Histogram(Metrics.Inference);
        _words = meter.Histogram(Metrics.Words);
        _confidence = meter.Histogram(Metrics.Confidence);
        meter.Gauge(Metrics.InferenceQueue, () => pool.QueueLength);
        meter.Gauge(Metrics.CacheEntries, () => cache.Count);
    }

    /// <summary>Counts a processed receipt.</summary>
    public void Recognized(string outcome, string profile) =>
        _recognized.Add(1, new(Metrics.OutcomeTag, outcome), new(Metrics.ProfileTag, profile));

    /// <summary>Counts an upload that was read ahead or skipped.</summary>
    public void ReadAhead(string outcome) => _readAhead.Add(1, new KeyValuePair<string, object?>(Metrics.OutcomeTag, outcome));

    /// <summary>Counts a cache look-up.</summary>
    public void CacheAsked(bool hit) => _cacheRequests.Add(1, new KeyValuePair<string, object?>(Metrics.ResultTag, hit ? Hit : Miss));

    /// <summary>Records an inference.</summary>
    public void Inferred(WordCacheEntry entry, ReadingProfile profile)
    {
        _inference.Record(entry.InferenceSeconds, new KeyValuePair<string, object?>(Metrics.LookTag, LookName(profile)));
        _words.Record(entry.Words.Count);
        if (entry.Words.Count > 0)
        {
            _confidence.Record(entry.Words.Average(word => (double)word.Confidence));
        }
    }

    private static string LookName(ReadingProfile profile) => profile switch
    {
        ReadingProfile.Fast => "fast",
        ReadingProfile.Balanced => "balanced",
        _ => "thorough",
    };
}
