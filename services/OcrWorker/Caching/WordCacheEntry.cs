using Ocr.Contracts;

namespace Ocr.OcrWorker.Caching;

/// <summary>The words of one image, and the receipt for which they were read.</summary>
internal sealed record WordCacheEntry
{
    /// <summary>The receipt whose image was read. Only for other receipts is this entry a cache hit.</summary>
    public required Guid MadeFor { get; init; }

    /// <summary>Width of the page that the boxes of the words refer to, pixels.</summary>
    public required int ImageWidth { get; init; }

    /// <summary>Height of that page.</summary>
    public required int ImageHeight { get; init; }

    /// <summary>Projection from that page to the image, nine numbers row by row; <see langword="null"/> where the page is the image.</summary>
    public IReadOnlyList<double>? PageToImage { get; init; }

    /// <summary>Words in the detector's reading order.</summary>
    public required IReadOnlyList<WordBox> Words { get; init; }

    /// <summary>Seconds of decoding and inference.</summary>
    public required double InferenceSeconds { get; init; }
}
