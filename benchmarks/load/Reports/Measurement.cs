using System.Globalization;

namespace Ocr.Load.Reports;

/// <summary>What a run showed.</summary>
internal sealed record Measurement
{
    public required string What { get; init; }

    public int Workers { get; init; }

    /// <summary>Receipts a second that arrived by the clock; 0 at saturation.</summary>
    public double Rate { get; init; }

    /// <summary>Share of a core that each worker might use; 0 without a limit.</summary>
    public double Quota { get; init; }

    /// <summary>Load average before it started: what else the machine was doing.</summary>
    public required string LoadBefore { get; init; }

    /// <summary>Length of the measured part.</summary>
    public required double Seconds { get; init; }

    /// <summary>Results stored a second, in the measured part.</summary>
    public required double Throughput { get; init; }

    /// <summary>Receipts of the whole run.</summary>
    public required Tally Tally { get; init; }

    /// <summary>From when a receipt was due to its stored result, by kind.</summary>
    public required IReadOnlyDictionary<string, Percentiles> Latency { get; init; }

    /// <summary>From the opening of its batch to its stored result.</summary>
    public required Percentiles InBatch { get; init; }

    /// <summary>Words from the cache, as the worker measures it.</summary>
    public required Percentiles CacheHit { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    public required IReadOnlyList<Part> Parts { get; init; }

    public required DatabaseCosts Database { get; init; }

    public BatchTimes? Batches { get; init; }

    /// <summary>Memory of each part now and then, megabytes: the second of the run, and by part.</summary>
    public required IReadOnlyList<MemorySample> Memory { get; init; }

    /// <summary>How late the driver was at the worst, seconds.</summary>
    public required double WorstDelay { get; init; }

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{What}: {Throughput:0.0} receipts/s over {Seconds:0} s; accepted {Tally.Accepted}, lost {Tally.Lost}, duplicates {Tally.Duplicates}, errors {Tally.Errors}");
}

/// <summary>Receipts by what became of them. Accepted is exactly one final result: lost, duplicates and unfinished are 0, or the system is wrong.</summary>
/// <param name="Accepted">Said to be taken.</param>
/// <param name="Refused">Uploads that are no image, refused.</param>
/// <param name="Lost">Accepted and without a result.</param>
/// <param name="Duplicates">Results beyond the first of a receipt.</param>
/// <param name="Unfinished">With a result that Ingest does not know of.</param>
/// <param name="Errors">Requests that failed, readable receipts with an error result, damaged ones without.</param>
/// <param name="SentAgain">Sent to the workers more than once.</param>
/// <param name="FirstErrors">Some of the errors' texts.</param>
internal sealed record Tally(
    int Accepted, int Refused, int Lost, int Duplicates, int Unfinished, int Errors, int SentAgain, IReadOnlyList<string> FirstErrors);

/// <summary>A stage of a receipt's way, by the system's own histograms; seconds.</summary>
internal sealed record Stage(string Name, double Count, double WaitP50, double WaitP95, double WorkP50, double WorkP95);

/// <summary>What a service, a server or the driver cost in the measured part; memory over the whole run.</summary>
/// <param name="Name">Which.</param>
/// <param name="Cores">Processor time by time.</param>
/// <param name="MsPerReceipt">Processor time by results, milliseconds.</param>
/// <param name="PeakMb">Most memory seen, megabytes.</param>
/// <param name="Growth">Of the memory over the second half: its last fifth against its first.</param>
/// <param name="MbPerHour">Slope of the memory over the second half.</param>
internal sealed record Part(string Name, double Cores, double MsPerReceipt, double PeakMb, double Growth, double MbPerHour);

/// <summary>What a receipt costs the database; its processor time is a part's.</summary>
/// <param name="Transactions">Committed ones, single statements included.</param>
/// <param name="Syncs">Waits for the disk, which transactions of an instant share.</param>
/// <param name="WalKb">Written ahead, kilobytes.</param>
/// <param name="StoredKb">Growth of tables and indexes, kilobytes.</param>
internal sealed record DatabaseCosts(double Transactions, double Syncs, double WalKb, double StoredKb);

/// <summary>Batches of 50, one after the other; seconds.</summary>
internal sealed record BatchTimes(int Count, Percentiles Upload, Percentiles Process, Percentiles Both);

/// <summary>Megabytes by part.</summary>
internal sealed record MemorySample(double At, IReadOnlyDictionary<string, double> Parts);
