using Ocr.OcrWorker.Caching;

namespace Ocr.OcrWorker.Reading;

/// <summary>The words of a receipt and their origin.</summary>
/// <param name="Entry">The words.</param>
/// <param name="CacheHit">Whether they were read for another receipt with the same image.</param>
/// <param name="Seconds">Seconds of the inference; for a cache hit, of the look-up.</param>
internal sealed record ReceiptWords(WordCacheEntry Entry, bool CacheHit, double Seconds);
