namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>
/// Every instrument of this system. Tests compare the dashboards, the alerts and the scrape of a running system with this list.
/// Further metrics come from ASP.NET Core, .NET and MassTransit.
/// </summary>
public static class Metrics
{
    /// <summary>Meters are named after the services.</summary>
    public const string IngestMeter = "Ocr.Ingest", WorkerMeter = "Ocr.OcrWorker", ExtractorMeter = "Ocr.Extractor",
        ResultsMeter = "Ocr.Results", GatewayMeter = "Ocr.Gateway", StagesMeter = "Ocr.Stages", StorageMeter = "Ocr.Storage";

    /// <summary>Keys of tags.</summary>
    public const string OutcomeTag = "outcome", ProfileTag = "profile", LookTag = "look", StateTag = "state", StageTag = "stage", PartTag = "part",
        ResultTag = "result", FieldTag = "field", ValidityTag = "validity", BankTag = "bank_code", VerdictTag = "verdict",
        StoreTag = "store", DecisionTag = "decision", DrawTag = "draw";

    /// <summary>Value of <see cref="BankTag"/> of a receipt without a known origin bank.</summary>
    public const string NoBank = "none";

    private static readonly List<Metric> Registered = [];

    private static readonly double[] Moments = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    /// <summary>All instruments.</summary>
    public static IReadOnlyList<Metric> All => Registered;

#pragma warning disable CS1591 // the descriptions are the documentation, here and in the scrape
    // Ingest
    public static Metric Uploaded { get; } = Counter("receipts.uploaded", "{receipt}", "Receipts accepted.");

    public static Metric BatchSize { get; } = Histogram(
        "receipts.batch.size", "{receipt}", "Receipts of an opened batch.", [1, 2, 5, 10, 20, 30, 40, 50, 100, 500]);

    public static Metric SentAgain { get; } = Counter("receipts.sent_again", "{receipt}", "Receipts whose lease ended before a result arrived.");

    public static Metric GivenUp { get; } = Counter("receipts.given_up", "{receipt}", "Receipts whose attempts are used up.");

    public static Metric Open { get; } = Gauge(
        "receipts.open", "{receipt}", "Receipts without a result: pending (in no batch) or processing. All replicas report the same.", StateTag);

    public static Metric QueueAge { get; } = Gauge(
        "receipts.queue.age", "s", "Wait of the oldest of them: since its upload, or since its batch was opened.", StateTag);

    public static Metric OutboxAge { get; } = Gauge(
        "receipts.outbox.age", "s", "Age of the oldest row whose event the broker has not confirmed; 0 without one.");

    // All services that process receipts
    public static Metric Stage { get; } = Histogram(
        "receipts.stage.duration", "s", "Wait for a stage, and work of the stage.", Moments, StageTag, PartTag);

    // All services with a store
    public static Metric StorageFailing { get; } = Gauge(
        "storage.failing", "{store}", "1 while a store is damaged, full or not writable, else 0.", StoreTag);

    // OcrWorker
    public static Metric Recognized { get; } = Counter(
        "receipts.recognized", "{receipt}", "Receipts processed: fresh, cache_hit or the code of a failure.", OutcomeTag, ProfileTag);

    public static Metric ReadAhead { get; } = Counter("receipts.read_ahead", "{receipt}", "Uploads read before their batch.", OutcomeTag);

    public static Metric Inference { get; } = Histogram(
        "ocr.inference.duration", "s", "Decoding and inference of one image.",
        [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5], LookTag);

    public static Metric InferenceQueue { get; } = Gauge("ocr.inference.queue.length", "{image}", "Images that wait for a thread.");

    public static Metric Words { get; } = Histogram("ocr.words", "{word}", "Words read on one image.", [0, 5, 10, 20, 30, 40, 60, 80, 120, 200, 500]);

    public static Metric Confidence { get; } = Histogram(
        "ocr.confidence", "{fraction}", "Mean confidence of the words of one image, 0–1.", [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99, 1]);

    public static Metric CacheRequests { get; } = Counter("ocr.cache.requests", "{request}", "Lookups in the cache of words: hit or miss.", ResultTag);

    public static Metric CacheEntries { get; } = Gauge("ocr.cache.entries", "{image}", "Images whose words are kept.");

    // Extractor
    public static Metric Extracted { get; } = Counter(
        "receipts.extracted", "{receipt}", "Receipts by origin bank, and complete (success rule), incomplete or no_receipt.", BankTag, VerdictTag);

    public static Metric Fields { get; } = Counter("receipts.fields", "{field}", "Fields: valid, invalid or blank.", FieldTag, ValidityTag);

    /// <summary>Fields on which the rules and the field model contradict each other.</summary>
    public static Metric Disagreements { get; } = Counter("receipts.field.disagreements", "{field}", "Fields on which rules and field model disagree.", FieldTag);

    // Results
    public static Metric Stored { get; } = Counter("receipts.stored", "{receipt}", "Results stored: success or the code of a failure.", OutcomeTag);

    public static Metric Decided { get; } = Counter(
        "receipts.decided", "{receipt}", "Results stored, by decision with duplicates, and origin bank.", DecisionTag, BankTag);

    public static Metric Draws { get; } = Counter("receipts.draws", "{receipt}", "Results stored, by draw number and decision.", DrawTag, DecisionTag);

    public static Metric Duration { get; } = Histogram(
        "receipts.duration", "s", "From the opening of its batch to the stored result of a receipt.",
        [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 30, 60, 300], OutcomeTag);

    public static Metric Duplicates { get; } = Counter("receipts.duplicates", "{message}", "Messages of receipts that had their result.");

    // Gateway
    public static Metric Workers { get; } = Gauge("ocr.workers.alive", "{worker}", "Workers with a recent heartbeat. Each gateway receives the heartbeats of all workers.");

    public static Metric WebhooksDead { get; } = Gauge(
        "webhooks.dead", "{delivery}", "Deliveries of webhooks that were given up within the last day. All replicas report the same.");

    public static Metric WebhooksAge { get; } = Gauge(
        "webhooks.pending.age", "s", "Age of the oldest delivery that is pending; 0 without one. All replicas report the same.");
#pragma warning restore CS1591

    private static Metric Counter(string name, string unit, string description, params string[] tags) =>
        Register(new Metric(name, MetricKind.Counter, unit, description) { Tags = tags });

    private static Metric Gauge(string name, string unit, string description, params string[] tags) =>
        Register(new Metric(name, MetricKind.Gauge, unit, description) { Tags = tags });

    private static Metric Histogram(string name, string unit, string description, double[] buckets, params string[] tags) =>
        Register(new Metric(name, MetricKind.Histogram, unit, description) { Buckets = buckets, Tags = tags });

    private static Metric Register(Metric metric)
    {
        Registered.Add(metric);
        return metric;
    }
}
