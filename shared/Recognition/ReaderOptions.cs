using System.ComponentModel.DataAnnotations;

namespace Ocr.Recognition;

/// <summary>Settings of a reader.</summary>
public sealed class ReaderOptions
{
    /// <summary>Most pixels an image may have, by its header, before it is decoded. Default 40 million.</summary>
    [Range(1_000, 500_000_000)]
    public long MaxPixels { get; set; } = 40_000_000;

    /// <summary>
    /// Threads inside one inference. Default 1: for throughput, concurrent <see cref="IReceiptReader.Read"/> calls beat threads inside a call;
    /// raise it for the latency of single receipts. Calls × threads should not exceed the cores that the process may use.
    /// </summary>
    [Range(1, 256)]
    public int IntraOpThreads { get; set; } = 1;
}
