namespace Ocr.OcrWorker.Caching;

/// <summary>
/// Recognised words by content. An optimisation only: an implementation may forget anything at any time, and answers a fault of
/// its own (a server that is down, an entry it cannot read) with a miss.
/// </summary>
internal interface IWordCache
{
    /// <summary>Entries held now, for the status page; an estimate.</summary>
    long Count { get; }

    /// <summary>The entry, or <see langword="null"/>.</summary>
    ValueTask<WordCacheEntry?> GetAsync(WordCacheKey key, CancellationToken cancellationToken);

    /// <summary>Keeps an entry, replacing an older one.</summary>
    ValueTask SetAsync(WordCacheKey key, WordCacheEntry entry, CancellationToken cancellationToken);
}
