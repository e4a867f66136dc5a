using System.ComponentModel.DataAnnotations;

namespace Ocr.Recognition;

/// <summary>Settings of a reader.</summary>
public sealed class ReaderOptions
{
    /// <summary>Maximum number of pixels of an image, checked in its header before decoding. Default 40 million.</summary>
    [Range(1_000, 500_000_000)]
    public long MaxPixels { get; set; } = 40_000_000;

    /// <summary>Maximum number of words detected on an image; checked before any is read, because the cost of reading grows with them. Default 2,000; a receipt has up to 150.</summary>
    [Range(100, 100_000)]
    public int MaxWords { get; set; } = 2_000;

    /// <summary>
    /// Threads per inference. Default 1: for throughput, concurrent <see cref="IReceiptReader.Read"/> calls are faster than threads within a call.
    /// A higher value reduces the latency of single receipts. Calls × threads should not exceed the cores available to the process.
    /// </summary>
    [Range(1, 256)]
    public int IntraOpThreads { get; set; } = 1;

    /// <summary>What runs the networks of a pack that <c>training/</c> created. Default: the faster one on this processor.</summary>
    [EnumDataType(typeof(InferenceEngine))]
    public InferenceEngine Engine { get; set; } = InferenceEngine.Fastest;
}
