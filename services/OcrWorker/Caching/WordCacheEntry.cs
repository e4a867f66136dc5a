using Ocr.Contracts;

namespace Ocr.OcrWorker.Caching;

/// <summary>The words of one image, and for which receipt they were made.</summary>
internal sealed record WordCacheEntry
{
    /// <summary>The receipt whose image was read. Another receipt that finds this entry had a cache hit; this one had not.</summary>
    public required Guid MadeFor { get; init; }

    /// <summary>Width of the page in whose pixels words have their boxes.</summary>
    public required int ImageWidth { get; init; }

    /// <summary>Height of that page.</summary>
    public required int ImageHeight { get; init; }

    /// <summary>Words in the detector's reading order.</summary>
    public required IReadOnlyList<WordBox> Words { get; init; }

    /// <summary>Seconds that decoding and inference took.</summary>
    public required double InferenceSeconds { get; init; }
}
