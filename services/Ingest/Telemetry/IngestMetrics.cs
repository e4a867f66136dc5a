using System.Diagnostics.Metrics;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Ingest.Telemetry;

/// <summary>The instruments of Ingest.</summary>
internal sealed class IngestMetrics
{
    private readonly Counter<long> _uploaded;
    private readonly Histogram<double> _batchSize;
    private readonly Counter<long> _sentAgain;
    private readonly Counter<long> _givenUp;

    public IngestMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Metrics.IngestMeter);
        _uploaded = meter.Counter(Metrics.Uploaded);
        _batchSize = meter.Histogram(Metrics.BatchSize);
        _sentAgain = meter.Counter(Metrics.SentAgain);
        _givenUp = meter.Counter(Metrics.GivenUp);
    }

    /// <summary>Receipts were accepted.</summary>
    public void Uploaded(int count) => _uploaded.Add(count);

    /// <summary>A batch was opened.</summary>
    public void Opened(BatchRow batch) => _batchSize.Record(batch.Size);

    /// <summary>A lease ended, and the receipt is sent again.</summary>
    public void SentAgain() => _sentAgain.Add(1);

    /// <summary>A receipt has used all its attempts.</summary>
    public void GivenUp() => _givenUp.Add(1);
}
