using System.Globalization;

namespace Ocr.Load.Reports;

/// <summary>Results of a run.</summary>
internal sealed record Measurement
{
    public required string What { get; init; }

    public int Workers { get; init; }

    /// <summary>Arrivals per second at a fixed rate; 0 at saturation.</summary>
    public double Rate { get; init; }

    /// <summary>Share of a core to which each worker was limited; 0 without a limit.</summary>
    public double Quota { get; init; }

    /// <summary>Load average before the start: other load on the machine.</summary>
    public required string LoadBefore { get; init; }

    /// <summary>Length of the measured part, seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Results stored per second in the measured part.</summary>
    public required double Throughput { get; init; }

    /// <summary>Receipts of the whole run.</summary>
    public required Tally Tally { get; init; }

    /// <summary>Latency from a receipt's due time to its stored result, by kind.</summary>
    public required IReadOnlyDictionary<string, Percentiles> Latency { get; init; }

    /// <summary>Time from the opening of a batch to a stored result.</summary>
    public required Percentiles InBatch { get; init; }

    /// <summary>Time of cache hits, as measured by the worker.</summary>
    public required Percentiles CacheHit { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    public required IReadOnlyList<Part> Parts { get; init; }

    public required DatabaseCosts Database { get; init; }

    public BatchTimes? Batches { get; init; }

    public ReadTimes? Reads { get; init; }

    public ColdStart? Start { get; init; }

    /// <summary>Samples of each part's memory, megabytes: the second of the run, and by part.</summary>
    public required IReadOnlyList<MemorySample> Memory { get; init; }

    /// <summary>Maximum delay of the driver, seconds.</summary>
    public required double WorstDelay { get; init; }

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{What}: {Throughput:0.0} receipts/s over {Seconds:0} s; accepted {Tally.Accepted}, lost {Tally.Lost}, duplicates {Tally.Duplicates}, errors {Tally.Errors}");
}

/// <summary>Receipts by outcome. Every accepted receipt must have exactly one final result, so that lost, duplicates and unfinished are 0.</summary>
/// <param name="Accepted">Accepted uploads.</param>
/// <param name="Refused">Rejected uploads that are not images.</param>
/// <param name="Lost">Accepted without a result.</param>
/// <param name="Duplicates">Results after the first of a receipt.</param>
/// <param name="Unfinished">With a result that Ingest has not recorded.</param>
/// <param name="Errors">Failed requests, readable receipts with an error result, damaged ones without.</param>
/// <param name="SentAgain">Sent to the workers more than once.</param>
/// <param name="FirstErrors">Texts of some errors.</param>
internal sealed record Tally(
    int Accepted, int Refused, int Lost, int Duplicates, int Unfinished, int Errors, int SentAgain, IReadOnlyList<string> FirstErrors);

/// <summary>A processing stage of a receipt, from the system's own histograms; seconds.</summary>
internal sealed record Stage(string Name, double Count, double WaitP50, double WaitP95, double WorkP50, double WorkP95);

/// <summary>Costs of a service, a server or the driver in the measured part; memory over the whole run.</summary>
/// <param name="Name">Name of the part.</param>
/// <param name="Cores">Processor time per elapsed time.</param>
/// <param name="MsPerReceipt">Processor time per result, milliseconds.</param>
/// <param name="PeakMb">Maximum memory, megabytes.</param>
/// <param name="Growth">Growth of the memory over the second half: its last fifth against its first.</param>
/// <param name="MbPerHour">Slope of the memory over the second half.</param>
internal sealed record Part(string Name, double Cores, double MsPerReceipt, double PeakMb, double Growth, double MbPerHour);

/// <summary>Costs of a receipt in the database, except processor time.</summary>
/// <param name="Transactions">Committed transactions, including single statements.</param>
/// <param name="Syncs">Disk syncs, which concurrent transactions share.</param>
/// <param name="WalKb">Write-ahead log, kilobytes.</param>
/// <param name="StoredKb">Growth of tables and indexes, kilobytes.</param>
internal sealed record DatabaseCosts(double Transactions, double Syncs, double WalKb, double StoredKb);

/// <summary>Times of sequential batches of 50, seconds.</summary>
internal sealed record BatchTimes(int Count, Percentiles Upload, Percentiles Process, Percentiles Both);

/// <summary>Times of sequential reads on an idle system, seconds.</summary>
/// <param name="Response">From the request to the individual JSON.</param>
/// <param name="Inference">Time of recognition, as the worker measured it.</param>
/// <param name="Rest">The difference of the two, per read.</param>
internal sealed record ReadTimes(Percentiles Response, Percentiles Inference, Percentiles Rest);

/// <summary>The first receipts of a new system, one after the other.</summary>
/// <param name="Form">How its programs were compiled, and whether it warms up.</param>
/// <param name="ReadySeconds">From the start to ready, with the start of the servers.</param>
/// <param name="ReadyCpu">Processor time until then, seconds.</param>
/// <param name="Cpu">Processor time of the receipts, seconds.</param>
/// <param name="Response">Seconds from the request to the individual JSON.</param>
/// <param name="First">Seconds of the first response.</param>
/// <param name="Slow">Number of responses that took more than twice the median.</param>
/// <param name="LastSlow">Number of the last such receipt; 0 when there is none.</param>
/// <param name="Restarts">The first receipts after the restart of one service; empty without a warm-up.</param>
internal sealed record ColdStart(
    string Form, double ReadySeconds, double ReadyCpu, double Cpu, Percentiles Response, double First, int Slow, int LastSlow, IReadOnlyList<Restart> Restarts);

/// <summary>The receipts after the restart of one service of a running system, one after the other.</summary>
/// <param name="Service">The service.</param>
/// <param name="First">Seconds of the first response.</param>
/// <param name="Response">Seconds of all responses.</param>
internal sealed record Restart(string Service, double First, Percentiles Response);

/// <summary>Megabytes per part.</summary>
internal sealed record MemorySample(double At, IReadOnlyDictionary<string, double> Parts);
