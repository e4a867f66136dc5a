using Ocr.OcrWorker.Caching;

namespace Ocr.OcrWorker.Reading;

/// <summary>The words of a receipt and how they were come by.</summary>
/// <param name="Entry">The words.</param>
/// <param name="CacheHit">Whether they were made for another receipt of the same bytes.</param>
/// <param name="Seconds">What the inference took; for a cache hit, what the look-up took.</param>
internal sealed record ReceiptWords(WordCacheEntry Entry, bool CacheHit, double Seconds);
