namespace Ocr.OcrWorker.Caching;

/// <summary>
/// Recognized words by image content. Only an optimization: an implementation may drop entries at any time, and returns a miss when it fails (an
/// unavailable server, a malformed entry).
/// </summary>
internal interface IWordCache
{
    /// <summary>Estimated number of entries, for the status page.</summary>
    long Count { get; }

    /// <summary>Returns the entry, or <see langword="null"/>.</summary>
    ValueTask<WordCacheEntry?> GetAsync(WordCacheKey key, CancellationToken cancellationToken);

    /// <summary>Stores an entry and replaces an older one.</summary>
    ValueTask SetAsync(WordCacheKey key, WordCacheEntry entry, CancellationToken cancellationToken);
}
