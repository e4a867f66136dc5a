using System.Text.Json.Serialization;

namespace Ocr.Contracts.Status;

/// <summary>Status section of Results. The keys are part of <c>/internal/status</c>. Times are seconds, shares and confidences 0–1.</summary>
public sealed record ResultsSection
{
    /// <summary>Key of the section.</summary>
    public const string Name = "results";

    /// <summary>Stored results.</summary>
    public ResultFolders Directories { get; init; } = new();

    /// <summary>Number of results.</summary>
    public long TotalResults { get; init; }

    /// <summary>Number of receipts that could not be read.</summary>
    public long TotalErrors { get; init; }

    /// <summary>Number of results that certainly repeat an earlier receipt.</summary>
    public long TotalDuplicates { get; init; }

    /// <summary>Number of results whose words came from a cache.</summary>
    public long CacheHits { get; init; }

    /// <summary>Mean time of recognition.</summary>
    public double AverageProcessingTime { get; init; }

    /// <summary>Batch that was finished last; blank without one.</summary>
    public string LastFinishedBatchId { get; init; } = "";

    /// <summary>Times of recognition of the last results.</summary>
    public ProcessingTimes ProcessingTimes { get; init; } = new();

    /// <summary>Results per unit of time.</summary>
    public Throughput Throughput { get; init; } = new();

    /// <summary>Confidence of the last results.</summary>
    public ConfidenceScores ConfidenceScores { get; init; } = new();

    /// <summary>Share of valid values of the last results.</summary>
    public ExtractionAccuracy ExtractionAccuracy { get; init; } = new();

    /// <summary>Values of the last results, by field.</summary>
    public IReadOnlyDictionary<string, FieldCounts> Fields { get; init; } = new Dictionary<string, FieldCounts>();

    /// <summary>Use of the caches.</summary>
    public CachePerformance CachePerformance { get; init; } = new();

    /// <summary>Number of receipts of the last hour that could not be read.</summary>
    public long ErrorsLastHour { get; init; }

    /// <summary>Most frequent reasons of receipts that could not be read.</summary>
    public IReadOnlyList<ReadingError> CommonErrors { get; init; } = [];
}

/// <summary>Stored results.</summary>
public sealed record ResultFolders
{
    /// <summary>All results.</summary>
    public StatusFolder Results { get; init; } = new();
}

/// <summary>Times of recognition, in seconds.</summary>
public sealed record ProcessingTimes
{
    /// <summary>Mean.</summary>
    public double AveragePerFile { get; init; }

    /// <summary>Median.</summary>
    public double MedianPerFile { get; init; }

    /// <summary>95th percentile.</summary>
    [JsonPropertyName("percentile_95")]
    public double Percentile95 { get; init; }

    /// <summary>Minimum.</summary>
    public double Fastest { get; init; }

    /// <summary>Maximum.</summary>
    public double Slowest { get; init; }
}

/// <summary>Results per unit of time.</summary>
public sealed record Throughput
{
    /// <summary>Results per second in the last minute.</summary>
    public double FilesPerSecond { get; init; }

    /// <summary>Results of the last minute.</summary>
    public long FilesPerMinute { get; init; }

    /// <summary>Results of the last hour.</summary>
    public long FilesPerHour { get; init; }

    /// <summary>Batches finished in the last hour.</summary>
    public long BatchesPerHour { get; init; }
}

/// <summary>Mean confidence of the words of a result, 0–1.</summary>
public sealed record ConfidenceScores
{
    /// <summary>Mean over the results.</summary>
    public double Average { get; init; }

    /// <summary>Median.</summary>
    public double Median { get; init; }

    /// <summary>95th percentile.</summary>
    [JsonPropertyName("percentile_95")]
    public double Percentile95 { get; init; }

    /// <summary>Minimum.</summary>
    public double Lowest { get; init; }

    /// <summary>Number of results by range of confidence, such as <c>0.9-1.0</c>, the highest first.</summary>
    public IReadOnlyDictionary<string, long> Distribution { get; init; } = new Dictionary<string, long>();
}

/// <summary>Share of the found values that are valid, 0–1.</summary>
public sealed record ExtractionAccuracy
{
    /// <summary>Amounts.</summary>
    public double Monto { get; init; }

    /// <summary>References.</summary>
    public double Referencia { get; init; }

    /// <summary>Phones.</summary>
    public double Telefono { get; init; }

    /// <summary>Payers' banks.</summary>
    public double Banco { get; init; }

    /// <summary>Dates.</summary>
    public double Fecha { get; init; }

    /// <summary>Mean of these.</summary>
    public double Overall { get; init; }
}

/// <summary>Values of a field.</summary>
/// <param name="Found">Number of receipts with a value.</param>
/// <param name="Valid">Number of receipts with a valid value.</param>
public sealed record FieldCounts(long Found, long Valid);

/// <summary>Use of the caches of words.</summary>
public sealed record CachePerformance
{
    /// <summary>Number of results.</summary>
    public long TotalRequests { get; init; }

    /// <summary>Number of results whose words came from a cache.</summary>
    public long CacheHits { get; init; }

    /// <summary>Mean time of these, in seconds.</summary>
    public double AverageHitTime { get; init; }

    /// <summary>Mean time of the others, in seconds.</summary>
    public double AverageMissTime { get; init; }
}

/// <summary>Number of receipts that could not be read for a reason.</summary>
/// <param name="Reason">Code of the reason.</param>
/// <param name="Count">Number of receipts.</param>
public sealed record ReadingError(string? Reason, long Count);
