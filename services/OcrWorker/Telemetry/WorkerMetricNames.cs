namespace Ocr.OcrWorker.Telemetry;

/// <summary>Every name that the worker's meter exports; dashboards and alerts are written against these.</summary>
internal static class WorkerMetricNames
{
    /// <summary>The meter.</summary>
    public const string Meter = "Ocr.OcrWorker";

    /// <summary>Counter of receipts answered, by <see cref="OutcomeTag"/> and <see cref="ProfileTag"/>.</summary>
    public const string Recognized = "receipts.recognized";

    /// <summary>Counter of uploads read ahead, by <see cref="OutcomeTag"/>.</summary>
    public const string ReadAhead = "receipts.read_ahead";

    /// <summary>Histogram of the seconds an inference took, decoding included, by <see cref="LookTag"/>.</summary>
    public const string InferenceDuration = "ocr.inference.duration";

    /// <summary>Gauge of inferences waiting for a thread.</summary>
    public const string QueueLength = "ocr.inference.queue.length";

    /// <summary>Gauge of images whose words are kept.</summary>
    public const string CacheEntries = "ocr.cache.entries";

    /// <summary><c>fresh</c>, <c>cache_hit</c>, or a code of <see cref="Contracts.FailureReasons"/>.</summary>
    public const string OutcomeTag = "outcome";

    /// <summary>The profile that the client asked for.</summary>
    public const string ProfileTag = "profile";

    /// <summary>How the image was looked at: <c>fast</c>, <c>balanced</c> or <c>thorough</c>.</summary>
    public const string LookTag = "look";
}
